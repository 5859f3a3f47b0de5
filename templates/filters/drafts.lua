-- What only a draft has: marks where problems stand, linked to their list at its end, and notes of
-- what is to do.
--
-- They are text with a frame, and in the PDF a note stands in the margin, so that nothing that is
-- sound moves to another page.

local formats = require "formats"
local to_do = require "to_do"

local drafts = {}

-- Whether the document is a draft, where a cross-reference may still lead nowhere.
function drafts.is_draft(document) return document.meta.draft ~= nil end

local function mark(link)
  if not link.classes:includes "problem" then return nil end
  if formats.typst then
    local words = pandoc.utils.stringify(link.content)
    return formats.inline("#problem-mark(<" .. link.target:sub(2) .. ">)[" .. words .. "]")
  elseif formats.docx then
    link.content = { pandoc.Span(link.content, pandoc.Attr("", {}, { ["custom-style"] = "Problem Mark" })) }
  end
  return link
end

function drafts.mark(document)
  if not drafts.is_draft(document) then return document end
  return document:walk { Link = mark, Span = to_do.mark }
end

function drafts.lay_out_note(div)
  if formats.typst then
    local blocks = pandoc.Blocks { formats.block "#problem-note[" }
    blocks:extend(div.content)
    blocks:insert(formats.block "]")
    return blocks
  elseif formats.docx then
    return pandoc.Blocks { formats.styled("Problem Note", pandoc.utils.blocks_to_inlines(div.content)) }
  end
  return pandoc.Blocks { div }
end

return drafts
