-- Landscape pages, for tables too wide to be read upright. A web page has no orientation.

local formats = require "formats"

local pages = {}

-- A Word section ends where its properties stand. Margins, headers and footers are those of
-- the document; sufficiency/engines/finish_pages.py copies them in.
local function section_ends(width, height, orientation)
  return '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="'
    .. width .. '" w:h="' .. height .. '"' .. orientation .. "/></w:sectPr></w:pPr></w:p>"
end

local portrait_ends = section_ends(11906, 16838, "") -- A4 in twentieths of a point
local landscape_ends = section_ends(16838, 11906, ' w:orient="landscape"')

function pages.landscape(blocks)
  if formats.typst then
    blocks:insert(1, formats.block "#set page(flipped: true)")
    blocks:insert(formats.block "#set page(flipped: false)")
  elseif formats.docx then
    blocks:insert(1, formats.block(portrait_ends))
    blocks:insert(formats.block(landscape_ends))
  end
  return blocks
end

-- In Word, landscape parts that follow each other, with no empty upright page between them.
function pages.join(blocks)
  local joined, is_behind_landscape = pandoc.Blocks {}, false
  for _, block in ipairs(blocks) do
    local raw = block.t == "RawBlock" and block.text or ""
    if not (is_behind_landscape and raw == portrait_ends) then joined:insert(block) end
    if not raw:match "^<w:bookmark" then is_behind_landscape = raw == landscape_ends end
  end
  return joined
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
