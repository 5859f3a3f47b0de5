-- Numbers for figures, tables and sections, in the order they are read.
--
-- Word, typst and pandoc's HTML count for themselves; these numbers must and do agree with
-- theirs, and serve cross-references and captions. So what is counted is what lay_out.lua captions.

local anchors = require "anchors"
local problems = require "problems"
local walks = require "walks"

local numbering = {}

numbering.names = { fig = "Figure", tbl = "Table", sec = "section" }

-- "fig" of "fig-weekly-costs"; nil where the id is of no kind that is referred to.
function numbering.kind(id)
  local kind = id and id:match "^(%l+)%-."
  return numbering.names[kind] and kind or nil
end

-- 1, or 2 in HTML, where the title is the one heading of level 1.
function numbering.top_level(document)
  local top = 6
  document:walk(walks.over_blocks {
    Header = function(header)
      top = math.min(top, header.level)
      return nil, false
    end,
  })
  return top
end

-- The first heading is of the highest level: no level is skipped (headings.lua).
local function section_counter()
  local top
  local counts = { 0, 0, 0, 0, 0, 0 }
  return function(level)
    top = top or level
    local depth = level - top + 1
    counts[depth] = counts[depth] + 1
    for deeper = depth + 1, 6 do
      counts[deeper] = 0
    end
    return table.concat(counts, ".", 1, depth)
  end
end

-- The names of an author's own tables: one with a caption and no name of its own gets one, so that
-- it is numbered like any other; so does the second of a name.
local function table_names()
  local seen = {}
  local function unused(name, place)
    local tried = place == 1 and name or name .. "-" .. place
    return seen[tried] and unused(name, place + 1) or tried
  end
  return function(tbl)
    local id = tbl.identifier
    local is_named = id:match "^tbl%-." and not seen[id]
    if not is_named and #tbl.caption.long > 0 then
      local words = anchors.of_words(pandoc.utils.blocks_to_inlines(tbl.caption.long))
      id = unused("tbl-text-" .. words, 1)
    end
    seen[id] = true
    return id
  end
end

-- What lies within these, lay_out.lua lays out as it is: nothing in it is counted.
local closed = pandoc.List { "we-need", "voice", "figure-note", "figure-data", "ledger-file", "problem-note" }

local function is_closed(div)
  return not div.attributes.source and div.classes:find_if(function(class) return closed:includes(class) end) ~= nil
end

-- A table within a definition has no number: its caption is a paragraph above it.
local function without_captions(list)
  local function uncaption(tbl)
    if #tbl.caption.long == 0 then return nil end
    local caption = pandoc.Para(pandoc.utils.blocks_to_inlines(tbl.caption.long))
    tbl.caption = { long = {} }
    return { caption, tbl }
  end
  return list:walk { Table = uncaption }, false
end

-- Gives what is counted its number, as an attribute, and a chart's data that of its chart. Returns
-- the document and id -> { kind, number (nil where unnumbered), title }.
--
-- A second place of one name stops the build; in a draft it goes without, marked by what composed it.
function numbering.number(document, is_draft)
  local numbers, seen, counts = {}, {}, { fig = 0, tbl = 0 }
  local next_section, table_name = section_counter(), table_names()
  local function record(element, entry)
    local id = element.identifier
    if id == "" then return end
    if not seen[id] then
      seen[id], numbers[id] = true, entry
    elseif is_draft then
      element.identifier = ""
    else
      problems.add(nil, 'two places are called "' .. id .. '"; each needs a name of its own.')
    end
  end
  local function count(element)
    local kind = numbering.kind(element.identifier)
    if kind == "fig" or kind == "tbl" then
      counts[kind] = counts[kind] + 1
      element.attributes.number = tostring(counts[kind])
      record(element, { kind = kind, number = element.attributes.number })
    end
    return element, false
  end
  document = document:walk(walks.over_blocks {
    Header = function(header)
      local number
      if not header.classes:includes "unnumbered" then number = next_section(header.level) end
      record(header, { kind = "sec", number = number, title = header.content })
      return header, false
    end,
    Figure = count,
    Table = function(tbl)
      tbl.identifier = table_name(tbl)
      return count(tbl)
    end,
    Div = function(div)
      local figure = numbers[div.attributes.figure or ""]
      if figure then div.attributes.number = figure.number end
      record(div, nil)
      return div, not is_closed(div)
    end,
    DefinitionList = without_captions,
  })
  return document, numbers
end

-- The number that an element was given, taken off it; nil where it has none.
function numbering.take(element)
  local number = element.attributes.number
  element.attributes.number = nil
  return number
end

return numbering
