/**
 * The HTML part: tables and inline styles, because Outlook, QQ Mail and old phones know nothing else; at most 640 px
 * wide, readable at 320. `it`: the message, its colours, and `lines` to break text.
 */
export const htmlLayout = `<!doctype html>
<html lang="<%= it.lang %>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title><%= it.subject %></title>
</head>
<body style="margin:0;padding:0;background-color:#eef1f4;-webkit-text-size-adjust:100%">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef1f4"><tr><td align="center" style="padding:16px 8px">
<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:640px;font-family:<%= it.fonts %>;color:#1f2933">
<tr><td bgcolor="<%= it.colours.bar %>" style="padding:18px 24px;color:#ffffff;font-family:<%= it.fonts %>">
<div style="font-size:20px;line-height:28px;font-weight:bold"><%= it.first(it.title) %></div>
<div style="font-size:13px;line-height:20px;color:#ffffff"><%= it.second(it.title) %></div>
</td></tr>
<% for (const block of it.blocks) { %>
<tr><td style="padding:16px 24px 0 24px;font-family:<%= it.fonts %>;font-size:15px;line-height:24px">
<% if (block.kind === "paragraph") { %>
<div style="word-break:break-word"><%= it.first(block.words) %></div>
<div style="font-size:12px;line-height:18px;color:#616e7c;word-break:break-word"><%= it.second(block.words) %></div>
<% } else if (block.kind === "facts") { %>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-top:1px solid #d9dfe5">
<% for (const line of block.lines) { %>
<tr>
<td width="30%" valign="top" style="padding:8px 12px 8px 0;border-bottom:1px solid #d9dfe5;font-family:<%= it.fonts %>;font-size:14px;line-height:22px;color:#52606d"><%= it.first(line.label) %> <span style="font-size:11px;line-height:16px;color:#616e7c;white-space:nowrap"><%= it.second(line.label) %></span></td>
<td valign="top" style="padding:8px 0;border-bottom:1px solid #d9dfe5;font-family:<%= it.fonts %>;font-size:15px;line-height:22px;word-break:break-word;<% if (line.strong) { %>font-weight:bold;color:<%= it.colours.strong %><% } %>"><% it.lines(line.value).forEach((text, index) => { %><% if (index > 0) { %><br><span style="font-size:13px;font-weight:normal;color:#52606d"><%= text %></span><% } else { %><%= text %><% } %><% }) %></td>
</tr>
<% } %>
</table>
<% } else if (block.kind === "quote") { %>
<div style="padding-bottom:4px;font-size:14px;line-height:22px;color:#52606d"><%= it.first(block.title) %> <span style="font-size:11px;color:#616e7c"><%= it.second(block.title) %></span></div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="4" bgcolor="<%= it.colours.bar %>" style="font-size:0;line-height:0">&nbsp;</td>
<td bgcolor="#f5f7fa" style="padding:10px 14px;font-family:<%= it.fonts %>;font-size:15px;line-height:24px;word-break:break-word"><% it.lines(block.text).forEach((text, index) => { %><% if (index > 0) { %><br><% } %><%= text %><% }) %></td>
</tr></table>
<% } else if (block.kind === "list") { %>
<div style="padding-bottom:4px;font-size:14px;line-height:22px;color:#52606d"><%= it.first(block.title) %> <span style="font-size:11px;color:#616e7c"><%= it.second(block.title) %></span></div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<% for (const text of block.lines) { %>
<tr><td width="16" valign="top" style="font-size:14px;line-height:22px;color:#616e7c">·</td><td style="font-family:<%= it.fonts %>;font-size:14px;line-height:22px;word-break:break-word"><%= it.lines(text).join(" ") %></td></tr>
<% } %>
</table>
<% } else if (block.kind === "picture") { %>
<img src="cid:<%= block.name %>" width="592" alt="<%= it.first(block.words) %> <%= it.second(block.words) %>" style="display:block;width:100%;max-width:592px;height:auto;border:0">
<% } else if (block.kind === "choices") { %>
<div style="padding-bottom:6px;font-size:14px;line-height:22px;color:#52606d"><%= it.first(block.title) %> <span style="font-size:11px;color:#616e7c"><%= it.second(block.title) %></span></div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<% block.choices.forEach((choice, index) => { %>
<% if (index > 0) { %><td width="8" style="width:8px;padding:0 4px;font-size:0;line-height:0">&nbsp;</td><% } %>
<td align="center" valign="top" bgcolor="<%= it.colours.bar %>" width="<%= Math.floor(90 / block.choices.length) %>%" style="padding:8px 2px"><a href="<%= choice.url %>" style="display:block;font-family:<%= it.fonts %>;font-size:20px;line-height:26px;color:#ffffff;text-decoration:none;font-weight:bold"><%= choice.label %><br><span style="font-size:12px;line-height:18px;font-weight:normal"><%= it.first(choice.words) %></span><br><span style="font-size:10px;line-height:14px;font-weight:normal"><%= it.second(choice.words) %></span></a></td>
<% }) %>
</tr></table>
<% } else { %>
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="<%= it.colours.bar %>" style="padding:10px 22px"><a href="<%= block.url %>" style="font-family:<%= it.fonts %>;font-size:15px;line-height:22px;color:#ffffff;text-decoration:none;font-weight:bold"><%= it.first(block.words) %> · <%= it.second(block.words) %></a></td></tr></table>
<div style="padding-top:6px;font-size:11px;line-height:16px;color:#616e7c;word-break:break-all"><%= block.url %></div>
<% } %>
</td></tr>
<% } %>
<tr><td style="padding:20px 24px 18px 24px;font-family:<%= it.fonts %>;font-size:11px;line-height:17px;color:#616e7c"><%= it.first(it.footer) %><br><%= it.second(it.footer) %></td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
