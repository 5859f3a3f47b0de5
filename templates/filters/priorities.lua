-- A priority of the action plan: `::: {.priority .priority-2}` around all that is its own; the
-- number is its place among them, from 1, by which each format gives it a colour. In its heading,
-- `[Priority 2:]{.priority-name}` is what it is called for short.

local formats = require "formats"

local priorities = {}

local function place_of(div)
  for _, class in ipairs(div.classes) do
    local place = class:match "^priority%-(%d+)$"
    if place then return place end
  end
  return "1"
end

local function typst_name(span)
  if not span.classes:includes "priority-name" then return nil end
  local inlines = pandoc.Inlines { formats.inline "#priority-name[" }
  inlines:extend(span.content)
  inlines:insert(formats.inline "]")
  return inlines
end

-- The blocks of the div are laid out already.
function priorities.lay_out(div)
  if not formats.typst then return pandoc.Blocks { div } end
  local blocks = pandoc.Blocks { formats.block("#priority(" .. place_of(div) .. ")[") }
  for _, block in ipairs(div.content) do
    blocks:insert(block.t == "Header" and block:walk { Span = typst_name } or block)
  end
  blocks:insert(formats.block "]")
  return blocks
end

return priorities
