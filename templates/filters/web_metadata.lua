-- What a web page says of itself to programs: its locale for those that show links, and linked
-- data (schema.org) for those that search. A block of data is not run, so that no policy of the
-- page's concerns it.

local formats = require "formats"

local web_metadata = {}

local function said(value) return value and pandoc.utils.stringify(value) end

-- Several values, or one, as a list of texts.
local function each(value)
  if pandoc.utils.type(value) == "List" then return value:map(pandoc.utils.stringify) end
  return pandoc.List { said(value) }
end

-- "2019 to 2023" becomes "2019/2023", as ISO 8601 writes a span.
local function years(edition) return edition and edition:gsub("^(%d%d%d%d) to (%d%d%d%d)$", "%1/%2") end

local function described(meta)
  local council = { ["@type"] = "GovernmentOrganization", name = table.concat(each(meta.author), ", ") }
  local edition = said(meta.edition) or said(meta.subtitle)
  return {
    ["@context"] = "https://schema.org",
    ["@type"] = "Report",
    url = said(meta["web-address"]),
    name = table.concat(pandoc.List { said(meta.title), said(meta.subtitle) }, " "),
    description = said(meta.description),
    keywords = meta.keywords and each(meta.keywords),
    inLanguage = said(meta.lang),
    datePublished = said(meta["date-iso"]),
    temporalCoverage = years(edition),
    creativeWorkStatus = meta.draft and "Draft" or "Published",
    isAccessibleForFree = true,
    author = council,
    publisher = council,
  }
end

function web_metadata.add(document)
  if not formats.html then return document end
  local meta = document.meta
  local language, region = (said(meta.lang) or "en-GB"):match "^(%a+)-(%a%a)$"
  if language then meta["og-locale"] = language .. "_" .. region end
  -- "<" is written so that no text of an author's can end the element.
  local data = pandoc.json.encode(described(meta)):gsub("<", "\\u003c")
  meta["linked-data"] = pandoc.MetaBlocks {
    formats.block('<script type="application/ld+json">\n' .. data .. "\n</script>"),
  }
  return document
end

return web_metadata
