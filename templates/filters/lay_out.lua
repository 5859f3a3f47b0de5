-- How a format shows what `settle.lua` found the document to be.
--
-- Each kind of block lives in a file of its own beside this one.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)
package.path = pandoc.path.join { folder, "?.lua" } .. ";" .. package.path

local abreast = require "abreast"
local boxes = require "boxes"
local cover = require "cover"
local drafts = require "drafts"
local figure_data = require "figure_data"
local figures = require "figures"
local formats = require "formats"
local headings = require "headings"
local languages = require "languages"
local ledger = require "ledger"
local notes = require "notes"
local pages = require "pages"
local pictures = require "pictures"
local priorities = require "priorities"
local sources = require "sources"
local tables = require "tables"
local tiles = require "tiles"
local voices = require "voices"
local web_metadata = require "web_metadata"

local lay_out

local function lay_out_items(items, place)
  for index, item in ipairs(items) do
    items[index] = lay_out(item, place)
  end
  return items
end

-- What becomes of a div depends on the class it carries; one without a meaning stays a div.
local function lay_out_div(div, place)
  if div.attributes.source then
    local blocks = sources.mark(div.attributes.source)
    blocks:extend(lay_out(div.content, place))
    return blocks
  elseif div.classes:includes "we-need" then
    return boxes.lay_out(div, place)
  elseif div.classes:includes "voice" then
    return voices.lay_out(div)
  elseif div.classes:includes "figure-note" then
    return notes.lay_out(div)
  elseif div.classes:includes "figure-data" then
    return figure_data.lay_out(div)
  elseif div.classes:includes "ledger-file" then
    return ledger.lay_out_file(div)
  elseif div.classes:includes "problem-note" then
    return drafts.lay_out_note(div)
  elseif div.classes:includes "picture" then
    return pictures.lay_out(div)
  elseif div.classes:includes "landscape" then
    return pages.landscape(lay_out(div.content, place))
  elseif div.classes:includes "back-page" then
    return pages.back(lay_out(div.content, place))
  end
  div.content = lay_out(div.content, place)
  if div.attributes.lang then return languages.lay_out(div) end
  return div.classes:includes "priority" and priorities.lay_out(div) or pandoc.Blocks { div }
end

local function lay_out_block(block, place)
  if block.t == "Header" then
    place.level = block.level
    return headings.lay_out(block)
  elseif block.t == "Div" then
    return lay_out_div(block, place)
  elseif block.t == "Figure" then
    local kind = block.classes:includes "tiles" and tiles or figures
    return kind.lay_out(block)
  elseif block.t == "Table" then
    return tables.lay_out(block)
  elseif block.t == "BlockQuote" then
    block.content = lay_out(block.content, place)
  elseif block.t == "BulletList" or block.t == "OrderedList" then
    block.content = lay_out_items(block.content, place)
  end
  return pandoc.Blocks { block }
end

-- `place` carries what a block cannot know of itself: the heading level it stands under.
function lay_out(blocks, place)
  local done = pandoc.Blocks {}
  local index = 1
  while index <= #blocks do
    local block, following = blocks[index], blocks[index + 1]
    if abreast.fit(block, following) then
      local first, second = abreast.narrowed(block), abreast.narrowed(following)
      done:extend(abreast.lay_out(lay_out_block(first, place), lay_out_block(second, place)))
      index = index + 2
    else
      done:extend(lay_out_block(block, place))
      index = index + 1
    end
  end
  return done
end

local function lay_out_document(document)
  document = web_metadata.add(document)
  document = cover.apply(document)
  document = drafts.mark(document)
  document = sources.mark_within(document)
  document.blocks = lay_out(document.blocks, { level = 0 })
  if formats.html then document = headings.lower(document) end -- the title is the page's one h1
  if formats.docx then
    document.blocks = pages.join(document.blocks)
    document.meta["toc-title"] = "Contents"
  end
  return document
end

return { { Pandoc = lay_out_document } }
