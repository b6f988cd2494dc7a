/** The text part: everything the HTML part says, in its order. */
export const textLayout = `<%= it.title.zh %>

<%= it.title.en %>


<% for (const block of it.blocks) { %>
<% if (block.kind === "paragraph") { %>
<%= block.words.zh %>

<%= block.words.en %>

<% } else if (block.kind === "facts") { %>
<% for (const line of block.lines) { %>
<%= line.label.zh %> <%= line.label.en %>：<%= it.lines(line.value).join("，") %>

<% } %>
<% } else if (block.kind === "quote") { %>
<%= block.title.zh %> <%= block.title.en %>：
<% for (const text of it.lines(block.text)) { %>
> <%= text %>

<% } %>
<% } else if (block.kind === "list") { %>
<%= block.title.zh %> <%= block.title.en %>：
<% for (const text of block.lines) { %>
- <%= text %>

<% } %>
<% } else { %>
<%= block.words.zh %> <%= block.words.en %>：
<%= block.url %>

<% } %>

<% } %>
--
<%= it.footer.zh %>

<%= it.footer.en %>

`;
