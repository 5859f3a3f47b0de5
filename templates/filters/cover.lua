-- What the cover says: an edition that is also the subtitle is said once; a logo has its alt text.

local formats = require "formats"
local pictures = require "pictures"

local cover = {}

local function lay_out_logo(logo)
  return logo:walk {
    Image = function(image)
      local width = image.attributes.width
      image = pictures.name(image)
      if formats.html then image.attributes.width = nil end -- the style sheet sees to it
      if formats.typst then return formats.inline("#logo(" .. pictures.typst(image, "width: " .. width) .. ")") end
      return image
    end,
  }
end

function cover.apply(document)
  local said = document.meta.subtitle and pandoc.utils.stringify(document.meta.subtitle)
  local edition = document.meta.edition and pandoc.utils.stringify(document.meta.edition)
  if edition and edition == said then document.meta.edition = nil end
  local logo = document.meta["cover-logo"]
  if logo then document.meta["cover-logo"] = lay_out_logo(logo) end
  return document
end

return cover
