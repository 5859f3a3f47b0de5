-- Where a block came from: `::: {source="strategy/sections/20-x.md:14"}`; and what stands within one.
--
-- In Word the place becomes a bookmark, from which a review finds its way back to the file;
-- elsewhere it leaves no trace.

local formats = require "formats"
local problems = require "problems"

local sources = {}
local longest_name = 40 -- Word's limit
local used = {}

-- Six digits that tell apart paths whose names would be the same. The prime is the largest below
-- 16 to the power of 6; the factor is more than any byte.
local function checksum(path)
  local sum = 0
  for at = 1, #path do
    sum = (sum * 257 + path:byte(at)) % 16777213
  end
  return ("x%06x_"):format(sum)
end

-- "strategy/sections/20-x.md:14" becomes "src_sections_20_x_md_14", the second of that place
-- "src_sections_20_x_md_14_2". A long path loses its beginning, since its end says more; where a name
-- would not say all of the path, a checksum does. sufficiency/review/places.py makes the same names.
function sources.bookmark_name(source, repeated)
  local path, line = source:match "^(.*):(%d+)$"
  path, line = path or source, line or "0"
  if repeated > 1 then line = line .. "_" .. repeated end
  local slug = path:gsub("^strategy/", ""):gsub("[^%w]+", "_"):gsub("^_+", ""):gsub("_+$", "")
  local room = longest_name - #"src__" - #line
  local is_whole = #slug <= room and not path:find "[^%w/.-]"
  local sum = is_whole and "" or checksum(path)
  return "src_" .. sum .. slug:sub(#sum - room):gsub("^_+", "") .. "_" .. line
end

-- Word keeps only the first of two bookmarks of one name.
local function unique_name(source)
  local repeated, name = 0, nil
  repeat
    repeated = repeated + 1
    name = sources.bookmark_name(source, repeated)
  until not used[name]
  used[name] = true
  return name
end

-- A bookmark in Word's words. Ids are made unique when finishing.
local function bookmark(source)
  return '<w:bookmarkStart w:id="0" w:name="' .. unique_name(source) .. '"/><w:bookmarkEnd w:id="0"/>'
end

-- What to put before a block: nothing, or a bookmark. On a web page nothing at all, since a heading
-- is in the contents only where it comes first in what is around it; in the PDF a block without
-- content, which keeps two lists apart.
function sources.mark(source)
  if formats.html then return pandoc.Blocks {} end
  if not formats.docx then return pandoc.Blocks { pandoc.RawBlock("none", "") } end
  return pandoc.Blocks { formats.block(bookmark(source)) }
end

local kept = "source" -- of no format: every writer passes over it

-- An empty span within a block, `[]{source="strategy/needs.yml:12"}`, kept until Word is written.
function sources.note(span) return pandoc.RawInline(kept, span.attributes.source) end

-- Bookmarks within blocks, where there are any.
function sources.mark_within(document)
  if not formats.docx then return document end
  return document:walk {
    RawInline = function(raw)
      if raw.format == kept then return formats.inline(bookmark(raw.text)) end
    end,
  }
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
