-- Numbers for figures, tables and sections, in the order they are read.
--
-- Word, typst and pandoc's HTML count for themselves; these numbers must and do agree with
-- theirs, and serve cross-references and captions.

local problems = require "problems"

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
  document:walk { Header = function(header) top = math.min(top, header.level) end }
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

-- Returns id -> { kind, number (nil where unnumbered), title }.
function numbering.number(document)
  local numbers, counts = {}, { fig = 0, tbl = 0 }
  local next_section = section_counter()
  local function record(id, entry)
    if id == "" then return end
    if numbers[id] then problems.add(nil, 'two places are called "' .. id .. '"; each needs a name of its own.') end
    numbers[id] = entry
  end
  local function count(element)
    local kind = numbering.kind(element.identifier)
    if kind ~= "fig" and kind ~= "tbl" then return end
    counts[kind] = counts[kind] + 1
    record(element.identifier, { kind = kind, number = tostring(counts[kind]) })
  end
  document:walk {
    traverse = "topdown",
    Header = function(header)
      local number
      if not header.classes:includes "unnumbered" then number = next_section(header.level) end
      record(header.identifier, { kind = "sec", number = number, title = header.content })
    end,
    Figure = count,
    Table = count,
  }
  return numbers
end

return numbering
