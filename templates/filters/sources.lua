-- Where a block came from: `::: {source="strategy/sections/20-x.md:14"}`.
--
-- In Word the place becomes a bookmark, from which a review finds its way back to the file;
-- elsewhere it leaves no trace.

local formats = require "formats"
local problems = require "problems"

local sources = {}
local longest_name = 40 -- Word's limit
local used = {}

-- "strategy/sections/20-x.md:14" becomes "src_sections_20_x_md_14". A long path loses its
-- beginning, since its end says more.
function sources.bookmark_name(source)
  local path, line = source:match "^(.*):(%d+)$"
  path, line = path or source, line or "0"
  local slug = path:gsub("^strategy/", ""):gsub("[^%w]+", "_"):gsub("^_+", ""):gsub("_+$", "")
  local room = longest_name - #"src__" - #line
  return "src_" .. slug:sub(-room):gsub("^_+", "") .. "_" .. line
end

-- Word keeps only the first of two bookmarks of one name.
local function unique(name)
  used[name] = (used[name] or 0) + 1
  if used[name] == 1 then return name end
  local suffix = "_" .. used[name]
  return unique(name:sub(1, longest_name - #suffix) .. suffix)
end

-- The pieces to put before a block: none, or a bookmark. Ids are made unique when finishing.
function sources.mark(source)
  if not formats.docx then return pandoc.RawBlock("none", "") end
  local name = unique(sources.bookmark_name(source))
  return formats.block('<w:bookmarkStart w:id="0" w:name="' .. name .. '"/><w:bookmarkEnd w:id="0"/>')
end

-- Divs one by one, since each may say where it came from; what stands between them together.
local function walk_blocks(blocks, source, make)
  local filter = make(source)
  local walked, between = pandoc.Blocks {}, pandoc.Blocks {}
  local function walk_between()
    if #between == 0 then return end
    walked:extend(between:walk(filter))
    between = pandoc.Blocks {}
  end
  for _, block in ipairs(blocks) do
    if block.t == "Div" then
      walk_between()
      block.content = walk_blocks(block.content, block.attributes.source or source, make)
      walked:insert(filter.Div and filter.Div(block) or block)
    else
      between:insert(block)
    end
  end
  walk_between()
  return walked
end

local function walk_by_place(document, make)
  document.meta = pandoc.Pandoc({}, document.meta):walk(make(nil)).meta
  document.blocks = walk_blocks(document.blocks, nil, make)
  return document
end

-- Walks the document with the filter that `make(source)` returns for the nearest source above,
-- nil where there is none. A walk costs more than what it does: the document is walked as a whole,
-- and block by block only where that finds a problem, to tell its place.
function sources.walk(document, make)
  local found = problems.count()
  local walked = document:walk(make(nil))
  if problems.count() == found then return walked end
  problems.forget(found)
  return walk_by_place(document, make)
end

return sources
