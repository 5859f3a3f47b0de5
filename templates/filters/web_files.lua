-- Files that stand beside the composed document and go into the web page itself, which has to
-- work when it is mailed alone. pandoc embeds what `src` names, and nothing else.

local formats = require "formats"

local web_files = {}
local narrow_screens = "screen and (max-width: 37rem)" -- as in style.css

-- The file itself as an address. As text pandoc would change its line ends: it goes as bytes.
function web_files.address(path)
  local kind, content = pandoc.mediabag.fetch(path)
  local address = pandoc.mediabag.make_data_uri("application/octet-stream", content)
  return (address:gsub("^data:application/octet%-stream", "data:" .. kind))
end

-- A picture, between what makes a narrow screen take its `narrow` form instead.
function web_files.responsive(picture)
  local narrow = picture.attributes.narrow
  picture.attributes.narrow = nil
  if not narrow or not formats.html then return pandoc.Inlines { picture } end
  local opening = '<picture><source media="' .. narrow_screens .. '" srcset="'
  return pandoc.Inlines {
    formats.inline(opening .. formats.attribute(web_files.address(narrow)) .. '">'),
    picture,
    formats.inline "</picture>",
  }
end

return web_files
