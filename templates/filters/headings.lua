-- Headings: no level is skipped, what stands under an unnumbered heading is unnumbered, and
-- Word is told so by style, as it is of headings that the contents leave out (.unlisted).

local formats = require "formats"
local numbering = require "numbering"
local walks = require "walks"

local headings = {}
local deepest = 4 -- the reference document has styles to 4; sufficiency/checks/sections.py tells of it

-- Three rules in one walk over the document. A skipped level would be numbered "1.0.1", and PDF/UA
-- refuses it: the heading moves up. A sub-heading of an unnumbered annex would be numbered "0.1":
-- what stands under an unnumbered heading is unnumbered. And nothing is numbered where the
-- document says `number-sections: false`.
function headings.settle(document)
  local is_numbered = document.meta["number-sections"] ~= false
  local above = numbering.top_level(document) - 1
  local unnumbered_at -- the level of the unnumbered heading that this one stands under
  return document:walk(walks.over_blocks {
    Header = function(header)
      header.level = math.min(header.level, above + 1, deepest)
      above = header.level
      if unnumbered_at and header.level <= unnumbered_at then unnumbered_at = nil end
      if header.classes:includes "unnumbered" then
        unnumbered_at = unnumbered_at or header.level
      elseif unnumbered_at or not is_numbered then
        header.classes:insert "unnumbered"
      end
      return header, false
    end,
  })
end

-- One level lower each, below a title that is the highest itself.
function headings.lower(document)
  return document:walk {
    Header = function(header)
      header.level = header.level + 1
      return header
    end,
  }
end

function headings.lay_out(header)
  if formats.docx and header.classes:includes "unnumbered" then
    local kind = header.classes:includes "unlisted" and "Unlisted" or "Unnumbered"
    local style = "Heading " .. header.level .. " " .. kind
    return pandoc.Blocks { formats.styled(style, header.content, header.identifier) }
  end
  return pandoc.Blocks { header }
end

return headings
