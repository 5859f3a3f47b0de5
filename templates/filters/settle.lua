-- What the document is, whatever format it will have: guard, name, gather, number, refer.
--
-- The embedded engine runs this once for all formats and `lay_out.lua` once for each (render.lua);
-- Quarto runs both for each format (strategy.lua).

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)
package.path = pandoc.path.join { folder, "?.lua" } .. ";" .. package.path

local anchors = require "anchors"
local contents = require "contents"
local drafts = require "drafts"
local guards = require "guards"
local headings = require "headings"
local ledger = require "ledger"
local list_tables = require "list_tables"
local numbering = require "numbering"
local problems = require "problems"
local references = require "references"
local tables = require "tables"
local tiles = require "tiles"
local walks = require "walks"

-- What authors and templates write as a div becomes the table or the figure that it means.
local function gather(document)
  return document:walk(walks.over_blocks {
    Div = function(div)
      if div.classes:includes "tiles" then return tiles.gather(div) end
      local around_table = div.classes:includes "list-table" and list_tables.gather(div) or nil
      return tables.gather(around_table or div) or around_table
    end,
  })
end

local function settle(document)
  -- For Quarto what is printed of the document's settings stands apart from what Quarto is told.
  if document.meta.printed then document.meta = document.meta.printed end
  document = ledger.read(document)
  document = guards.apply(document)
  document = headings.settle(document)
  local by_words, numbers
  document, by_words = anchors.settle(document)
  document = gather(document)
  document, numbers = numbering.number(document, drafts.is_draft(document))
  document = references.resolve(document, numbers, by_words)
  document = contents.settle(document)
  problems.stop_if_any()
  return document
end

return { { Pandoc = settle } }
