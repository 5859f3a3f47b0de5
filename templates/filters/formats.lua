-- Which of the three formats is being written, and raw pieces of it, safely escaped.

local formats = {}

-- `format` as pandoc calls it: "html5", "typst", "docx", …
function formats.set(format)
  formats.html = format:match "html" ~= nil
  formats.typst = format:match "typst" ~= nil
  formats.docx = format:match "docx" ~= nil
  formats.name = formats.html and "html" or formats.typst and "typst" or formats.docx and "openxml" or format
  -- Word shows no drawing that has not been made a picture.
  formats.picture_ending = formats.docx and "png" or "svg"
end

formats.set(FORMAT)

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
