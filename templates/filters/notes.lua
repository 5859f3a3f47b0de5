-- Notes under a figure or table: the source line and what must be known to read it; small.

local formats = require "formats"

local notes = {}

function notes.lay_out(div)
  if formats.html then return pandoc.Blocks { div } end
  local blocks = pandoc.Blocks {}
  if formats.typst then
    blocks:insert(formats.block "#figure-note[")
    blocks:extend(div.content)
    blocks:insert(formats.block "]")
    return blocks
  end
  for _, block in ipairs(div.content) do
    local is_text = block.t == "Para" or block.t == "Plain"
    blocks:insert(is_text and formats.styled("Figure Note", block.content) or block)
  end
  return blocks
end

return notes
