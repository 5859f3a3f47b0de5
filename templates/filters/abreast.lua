-- Two figures on end, each with the class .half, stand beside each other in the PDF, in the form
-- that is drawn for narrow screens. A half figure by itself is as wide as any.

local formats = require "formats"

local abreast = {}

local function half_figure(block)
  if not block or block.t ~= "Div" or not block.attributes.source then return nil end
  local figure = block.content[1]
  if not figure or figure.t ~= "Figure" then return nil end
  local picture = figure.content[1].content[1]
  local is_half = picture and picture.t == "Image" and picture.classes:includes "half"
  return is_half and picture.attributes.narrow and figure or nil
end

-- A draft's note stands in the page's margin, which the left of two does not have.
local function has_note(block)
  return block.content:find_if(function(one) return one.t == "Div" and one.classes:includes "problem-note" end)
end

-- Whether both stand beside each other.
function abreast.fit(first, second)
  if not formats.typst or not half_figure(first) or not half_figure(second) then return false end
  return not (has_note(first) or has_note(second))
end

-- The block with its picture in the narrow form.
function abreast.narrowed(block)
  return block:walk {
    Image = function(image)
      image.src, image.attributes.narrow = image.attributes.narrow, nil
      return image
    end,
  }
end

-- Both are laid out already.
function abreast.lay_out(first, second)
  local blocks = pandoc.Blocks { formats.block "#abreast([" }
  blocks:extend(first)
  blocks:insert(formats.block "], [")
  blocks:extend(second)
  blocks:insert(formats.block "])")
  return blocks
end

return abreast
