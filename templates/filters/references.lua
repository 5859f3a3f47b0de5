-- Cross-references: `@fig-x`, `@tbl-x`, `@sec-x` become links that say "Figure 2", "section 3".
--
-- One that leads nowhere stops the build, by name and place. Anything else that begins with
-- an at sign is no citation here: it stays the text that was typed.

local drafts = require "drafts"
local numbering = require "numbering"
local problems = require "problems"
local sources = require "sources"

local references = {}
local no_break_space = "\u{a0}"

local function label(entry, capital)
  local name = numbering.names[entry.kind]
  return capital and name:gsub("^%l", string.upper) or name
end

-- An unnumbered section is named by its title.
local function link_to(id, entry, capital)
  if not entry.number then return pandoc.Link({ pandoc.Quoted("DoubleQuote", entry.title) }, "#" .. id) end
  return pandoc.Link({ pandoc.Str(label(entry, capital) .. no_break_space .. entry.number) }, "#" .. id)
end

-- `@Sec-x`, with a capital, opens a sentence.
local function as_defined(id)
  return (id:gsub("^%u", string.lower)), id:match "^%u" ~= nil
end

local function resolving(source, numbers, is_draft)
  local function refer(citation)
    local id, capital = as_defined(citation.id)
    if numbers[id] then return link_to(id, numbers[id], capital) end
    if is_draft then return pandoc.Str("@" .. citation.id) end -- marked by what composed it
    problems.add(source, "the cross-reference @" .. citation.id .. " leads nowhere: nothing here is called " .. id .. ".")
    return pandoc.Str("@" .. citation.id)
  end
  return function(cite)
    local kinds = cite.citations:filter(function(citation)
      return numbering.kind((as_defined(citation.id))) ~= nil
    end)
    if #kinds == 0 then return cite.content end
    local inlines = pandoc.Inlines {}
    for index, citation in ipairs(cite.citations) do
      if index > 1 then inlines:extend { pandoc.Str ",", pandoc.Space() } end
      if #citation.prefix > 0 then
        inlines:extend(citation.prefix)
        inlines:insert(pandoc.Space())
      end
      inlines:insert(refer(citation))
      inlines:extend(citation.suffix)
    end
    return inlines
  end
end

-- A link by a heading's words, `[There](#what-it-costs)`, follows it to its name.
local function following(by_words)
  return function(link)
    local name = by_words[link.target:match "^#(.+)$"]
    if not name then return nil end
    link.target = "#" .. name
    return link
  end
end

function references.resolve(document, numbers, by_words)
  local is_draft, follow = drafts.is_draft(document), following(by_words)
  return sources.walk(document, function(source)
    return { Cite = resolving(source, numbers, is_draft), Link = follow }
  end)
end

return references
