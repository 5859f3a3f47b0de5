-- Lists of figures and of tables, behind the contents where there are more than a few; `lof` and
-- `lot` of the front matter, Quarto's and pandoc's names for them, say otherwise.

local numbering = require "numbering"
local walks = require "walks"

local contents = {}
local most_without_a_list = 4

-- The annex has a table a section, which would bury the others.
function contents.is_listed(element) return not element.classes:includes "evidence" end

local function count_of(document)
  local counts = { fig = 0, tbl = 0, sec = 0 }
  local function count(element)
    local kind = numbering.kind(element.identifier)
    if kind and contents.is_listed(element) then counts[kind] = counts[kind] + 1 end
  end
  document:walk(walks.over_blocks { Figure = count, Table = count, Div = count })
  return counts
end

function contents.settle(document)
  local meta = document.meta
  if meta.lof == nil or meta.lot == nil then
    local counts = count_of(document)
    if meta.lof == nil then meta.lof = counts.fig > most_without_a_list end
    if meta.lot == nil then meta.lot = counts.tbl > most_without_a_list end
  end
  return document
end

return contents
