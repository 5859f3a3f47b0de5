-- Which of the three formats is being written, and raw pieces of it, safely escaped.

local formats = {}

if FORMAT:match "html" then
  formats.name = "html"
elseif FORMAT:match "typst" then
  formats.name = "typst"
elseif FORMAT:match "docx" then
  formats.name = "openxml"
else
  formats.name = FORMAT
end

formats.html = formats.name == "html"
formats.typst = formats.name == "typst"
formats.docx = formats.name == "openxml"

function formats.block(text) return pandoc.RawBlock(formats.name, text) end

function formats.inline(text) return pandoc.RawInline(formats.name, text) end

-- A string literal of typst's.
function formats.typst_string(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("%c", " ") .. '"'
end

-- Text for an XML or HTML attribute.
function formats.attribute(text)
  local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }
  return (text:gsub('[&<>"]', entities))
end

-- In Word: a paragraph of a named style, optionally with an id to link to.
function formats.styled(style, inlines, id)
  if id and id ~= "" then inlines = { pandoc.Span(inlines, pandoc.Attr(id)) } end
  return pandoc.Div({ pandoc.Para(inlines) }, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

return formats
