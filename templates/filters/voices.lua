-- What children, carers and care leavers said: `::: {.voice}` around paragraphs, with
-- `::: {.voice-by}` for who said it. A quotation with a bar beside it, never told by colour alone.

local formats = require "formats"

local voices = {}

-- The paragraphs, and the inlines that say whose words they are, with a dash before; nil if unsaid.
local function parts(div)
  local by
  local said = div.content:filter(function(block)
    if block.t == "Div" and block.classes:includes "voice-by" then
      by = pandoc.Inlines { pandoc.Str "–", pandoc.Space() }
      by:extend(pandoc.utils.blocks_to_inlines(block.content))
      return false
    end
    return true
  end)
  return said, by
end

local function lay_out_html(said, by)
  local quotation = pandoc.BlockQuote(said)
  local attributes = pandoc.Attr("", { "voice" })
  if not by then return pandoc.Blocks { pandoc.Div({ quotation }, attributes) } end
  return pandoc.Blocks { pandoc.Figure({ quotation }, { long = { pandoc.Plain(by) } }, attributes) }
end

local function lay_out_typst(said, by)
  local opening = pandoc.Inlines { formats.inline "#voice(" }
  if by then
    opening:insert(formats.inline "by: [")
    opening:extend(by)
    opening:insert(formats.inline "]")
  end
  opening:insert(formats.inline ")[")
  local blocks = pandoc.Blocks { pandoc.Plain(opening) }
  blocks:extend(said)
  blocks:insert(formats.block "]")
  return blocks
end

local function lay_out_docx(said, by)
  local blocks = pandoc.Blocks {}
  for index, block in ipairs(said) do
    local is_text = block.t == "Para" or block.t == "Plain"
    local style = (index == #said and not by) and "Voice Text Last" or "Voice Text"
    blocks:insert(is_text and formats.styled(style, block.content) or block)
  end
  if by then blocks:insert(formats.styled("Voice By", by)) end
  return blocks
end

function voices.lay_out(div)
  local lay_out = formats.html and lay_out_html or formats.typst and lay_out_typst or lay_out_docx
  return lay_out(parts(div))
end

return voices
