-- Names that places keep from year to year, so that a link to one still leads there in the next
-- edition. What a template or an author gave a name keeps it; every other heading is named here, by
-- its section and its words, without years. (pandoc names none, as it is told to read.)

local walks = require "walks"

local anchors = {}

-- "what-we-spent-in-201920" becomes "what-we-spent-in": 2019/20 has lost its stroke.
local function without_years(name)
  for _, century in ipairs { "19", "20" } do
    local year = "%f[%d]" .. century .. "%d%d"
    name = name:gsub(year .. "%-?%d%d%f[%D]", ""):gsub(year .. "%f[%D]", "")
  end
  return (name:gsub("%-%-+", "-"):gsub("^%-+", ""):gsub("%-+$", ""))
end

-- "Homes, by ward (2019)" becomes "homes-by-ward-2019", as pandoc would call it.
local function joined(inlines)
  local words = pandoc.text.lower(pandoc.utils.stringify(inlines)):gsub("\u{a0}", " ")
  -- Bytes of what is no letter: from U+0080, as the pound, and from U+2010, as dashes and quotes.
  words = words:gsub("\xc2[\x80-\xbf]", ""):gsub("\xe2\x80[\x90-\xbf]", "")
  words = words:gsub("[^%w%s\x80-\xff_.-]", ""):gsub("%s+", "-")
  return (words:gsub("%-%-+", "-"):gsub("^%-+", ""):gsub("%-+$", ""))
end

-- A name made of words: "Homes, by ward (2019)" becomes "homes-by-ward".
function anchors.of_words(inlines)
  return without_years(joined(inlines))
end

-- The ids that blocks have, as a set.
local function given_names(document)
  local given = {}
  local function note(block)
    if block.identifier ~= "" then given[block.identifier] = true end
  end
  document:walk(walks.over_blocks { Header = note, Div = note, Figure = note, Table = note })
  return given
end

-- The name of the nearest heading above each that was given one: "fostering" of "sec-fostering".
local function sections()
  local open = {} -- level -> name, of those that the heading stands under
  return function(heading)
    for level = heading.level, 6 do
      open[level] = nil
    end
    if heading.identifier ~= "" then open[heading.level] = heading.identifier:gsub("^sec%-", "") end
    for level = heading.level - 1, 1, -1 do
      if open[level] then return open[level] end
    end
  end
end

-- A name that nothing has yet. Years tell apart what is the same without them, and a number what is
-- the same with them; what comes first keeps the plain name, whatever is added behind it.
local function unused(section, words, taken)
  local within = section and section .. "-" or words:match "^%a" and "" or "part-"
  local plain = without_years(words)
  if plain ~= "" and not taken[within .. plain] then return within .. plain end
  local name = within .. (words ~= "" and words or "part")
  local tried, place = name, 1
  while taken[tried] do
    place = place + 1
    tried = name .. "-" .. place
  end
  return tried
end

-- Names every heading that has no name. Returns the document and the words of those headings, as
-- pandoc would join them -> the name: an author may have linked by them.
function anchors.settle(document)
  local taken, by_words = given_names(document), {}
  local section_of = sections()
  document = document:walk(walks.over_blocks {
    Header = function(heading)
      local section = section_of(heading)
      if heading.identifier ~= "" then return nil, false end
      local words = joined(heading.content)
      local name = unused(section, words, taken)
      taken[name] = true
      if not by_words[words] then by_words[words] = name end
      heading.identifier = name
      return heading, false
    end,
  })
  for name in pairs(taken) do
    by_words[name] = nil
  end
  return document, by_words
end

return anchors
