-- A picture that has a form for narrow screens: a web page takes whichever fits.

local formats = require "formats"

local web_files = {}
local narrow_screens = "screen and (max-width: 37rem)" -- as in style.css

-- The picture, between what makes a narrow screen take its `narrow` form instead.
function web_files.responsive(picture)
  local narrow = picture.attributes.narrow
  picture.attributes.narrow = nil
  if not narrow or not formats.html then return pandoc.Inlines { picture } end
  local opening = '<picture><source media="' .. narrow_screens .. '" srcset="'
  return pandoc.Inlines {
    formats.inline(opening .. formats.attribute(narrow) .. '">'),
    picture,
    formats.inline "</picture>",
  }
end

return web_files
