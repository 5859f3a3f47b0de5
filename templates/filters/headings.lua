-- Headings: no level is skipped, what stands under an unnumbered heading is unnumbered, and
-- Word is told so by style.

local formats = require "formats"
local numbering = require "numbering"

local headings = {}
local lowest_styled_level = 4 -- the reference document styles "Heading 1 Unnumbered" to 4

-- A skipped level would be numbered "1.0.1", and PDF/UA refuses it: the heading moves up.
function headings.skip_no_level(document)
  local above = numbering.top_level(document) - 1
  return document:walk {
    traverse = "topdown",
    Header = function(header)
      header.level = math.min(header.level, above + 1)
      above = header.level
      return header
    end,
  }
end

-- Without this, a sub-heading of an unnumbered annex would be numbered "0.1".
function headings.unnumber_below_unnumbered(document)
  local above
  return document:walk {
    traverse = "topdown",
    Header = function(header)
      if above and header.level <= above then above = nil end
      if above and not header.classes:includes "unnumbered" then
        header.classes:insert "unnumbered"
        return header
      end
      if header.classes:includes "unnumbered" then above = above or header.level end
      return nil
    end,
  }
end

function headings.lay_out(header)
  if formats.docx and header.classes:includes "unnumbered" then
    local level = math.min(header.level, lowest_styled_level)
    local style = "Heading " .. level .. " Unnumbered"
    return pandoc.Blocks { formats.styled(style, header.content, header.identifier) }
  end
  return pandoc.Blocks { header }
end

return headings
