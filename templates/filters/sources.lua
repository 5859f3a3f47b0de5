-- Where a block came from: `::: {source="strategy/sections/20-x.md:14"}`.
--
-- In Word the place becomes a bookmark, from which a review finds its way back to the file;
-- elsewhere it leaves no trace.

local formats = require "formats"

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

-- Walks the document with the filter that `make(source)` returns: innermost sources first,
-- then what stands under none.
function sources.walk(document, make)
  document = document:walk {
    Div = function(div)
      if not div.attributes.source then return nil end
      return div:walk(make(div.attributes.source))
    end,
  }
  return document:walk(make(nil))
end

return sources
