/** The text part: everything the HTML part says, in its order. */
export const textLayout = `<%= it.first(it.title) %>

<%= it.second(it.title) %>


<% for (const block of it.blocks) { %>
<% if (block.kind === "paragraph") { %>
<%= it.first(block.words) %>

<%= it.second(block.words) %>

<% } else if (block.kind === "facts") { %>
<% for (const line of block.lines) { %>
<%= it.first(line.label) %> <%= it.second(line.label) %><%= it.colon %><%= it.lines(line.value).join(it.comma) %>

<% } %>
<% } else if (block.kind === "quote") { %>
<%= it.first(block.title) %> <%= it.second(block.title) %><%= it.colon.trimEnd() %>

<% for (const text of it.lines(block.text)) { %>
> <%= text %>

<% } %>
<% } else if (block.kind === "list") { %>
<%= it.first(block.title) %> <%= it.second(block.title) %><%= it.colon.trimEnd() %>

<% for (const text of block.lines) { %>
- <%= it.lines(text).join(" ") %>

<% } %>
<% } else if (block.kind === "picture") { %>
[<%= it.first(block.words) %> <%= it.second(block.words) %>]

<% } else if (block.kind === "choices") { %>
<%= it.first(block.title) %> <%= it.second(block.title) %><%= it.colon.trimEnd() %>

<% for (const choice of block.choices) { %>
<%= choice.label %> <%= it.first(choice.words) %> <%= it.second(choice.words) %><%= it.colon %><%= choice.url %>

<% } %>
<% } else { %>
<%= it.first(block.words) %> <%= it.second(block.words) %><%= it.colon.trimEnd() %>

<%= block.url %>

<% } %>

<% } %>
--
<%= it.first(it.footer) %>

<%= it.second(it.footer) %>

`;
