-- Landscape pages, for tables too wide to be read upright. A web page has no orientation.

local formats = require "formats"

local pages = {}

-- A Word section ends where its properties stand. Margins, headers and footers are those of
-- the document; sufficiency/engines/finish_pages.py copies them in.
local function section_ends(width, height, orientation)
  return formats.block(
    '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="'
      .. width .. '" w:h="' .. height .. '"' .. orientation .. "/></w:sectPr></w:pPr></w:p>"
  )
end

function pages.landscape(blocks)
  if formats.typst then
    blocks:insert(1, formats.block "#set page(flipped: true)")
    blocks:insert(formats.block "#set page(flipped: false)")
  elseif formats.docx then
    blocks:insert(1, section_ends(11906, 16838, "")) -- A4 in twentieths of a point
    blocks:insert(section_ends(16838, 11906, ' w:orient="landscape"'))
  end
  return blocks
end

-- What stands on the last page. Only paper has one.
function pages.back(blocks)
  if formats.typst then
    blocks:insert(1, formats.block "#back-page[")
    blocks:insert(formats.block "]")
  end
  return blocks
end

return pages
