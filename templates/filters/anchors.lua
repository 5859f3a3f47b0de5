-- Names that places keep from year to year, so that a link to one still leads there in the next
-- edition. What comes from a file or an entry has its id; pandoc names the author's own headings
-- by their words, the second of the same words by its place: here that becomes the section's name,
-- and years go.

local anchors = {}
local settled = pandoc.List { "sec", "list", "plan", "tbl", "fig", "need" } -- names of this project's own

-- "what-we-spent-in-2019-20" becomes "what-we-spent-in"; pandoc writes 2019/20 as "201920".
local function without_years(name)
  for _, century in ipairs { "19", "20" } do
    local year = "%f[%d]" .. century .. "%d%d"
    name = name:gsub(year .. "%-?%d%d%f[%D]", ""):gsub(year .. "%f[%D]", "")
  end
  return (name:gsub("%-%-+", "-"):gsub("^%-+", ""):gsub("%-+$", ""))
end

-- A name made of words: "Homes, by ward (2019)" becomes "homes-by-ward".
function anchors.of_words(inlines)
  local words = pandoc.text.lower(pandoc.utils.stringify(inlines))
  return without_years((words:gsub("[%s%p]+", "-")))
end

local function headings_of(blocks, found)
  for _, block in ipairs(blocks) do
    if block.t == "Header" then found:insert(block) end
    if block.t == "Div" then headings_of(block.content, found) end
  end
  return found
end

-- What a heading is called by its words alone, without the number that pandoc gives to the second.
local function plain_name(id, ids)
  local first = id:match "^(.+)%-%d+$"
  return without_years(first and ids[first] and first or id)
end

-- Old name -> new name, of those that change.
local function renamed(headings)
  local ids, shared, taken, names = {}, {}, {}, {}
  for _, heading in ipairs(headings) do
    ids[heading.identifier] = true
  end
  local function is_settled(id) return settled:includes(id:match "^(%l+)%-." or "") end
  for id in pairs(ids) do
    local plain = plain_name(id, ids)
    shared[plain] = (shared[plain] or 0) + 1
  end
  local section = "part"
  for _, heading in ipairs(headings) do
    local id = heading.identifier
    if is_settled(id) then
      section = id:match "^sec%-(.+)$" or section
    elseif id ~= "" then
      local plain = plain_name(id, ids)
      local name = (shared[plain] > 1 or plain == "") and section .. "-" .. plain or plain
      if name ~= id and not ids[name] and not taken[name] then names[id], taken[name] = name, true end
    end
  end
  return names
end

function anchors.settle(document)
  local names = renamed(headings_of(document.blocks, pandoc.List {}))
  if not next(names) then return document end
  return document:walk {
    Header = function(heading)
      heading.identifier = names[heading.identifier] or heading.identifier
      return heading
    end,
    Link = function(link)
      local name = names[link.target:match "^#(.+)$"]
      if name then link.target = "#" .. name end
      return link
    end,
  }
end

return anchors
