-- Figures: a picture with its alt text, and a numbered caption below it.

local captions = require "captions"
local formats = require "formats"
local numbering = require "numbering"
local pictures = require "pictures"
local web_files = require "web_files"

local figures = {}

local function picture_of(figure)
  local picture
  figure:walk { Image = function(image) picture = picture or image end }
  return picture
end

-- The alt text is `fig-alt`; without one the caption has to serve.
local function alt_text(picture, caption)
  local alt = picture.attributes["fig-alt"] or pandoc.utils.stringify(picture.caption)
  return alt ~= "" and alt or pandoc.utils.stringify(caption)
end

local function lay_out_html(figure, picture, number, caption)
  picture.attributes.width = nil -- pandoc would write it as a style attribute
  if number then caption = captions.labelled("Figure", number, caption) end
  figure.caption = { long = { pandoc.Plain(caption) } }
  figure.content = { pandoc.Plain(web_files.responsive(picture)) }
  return pandoc.Blocks { figure }
end

-- pandoc's typst writer leaves the alt text out, so that the picture is written here.
local function lay_out_typst(figure, picture, number, caption)
  local path = formats.typst_string(picture.src)
  local alt = formats.typst_string(pandoc.utils.stringify(picture.caption))
  local width = (picture.attributes.width or ""):match "^[%d.]+%%$" or "100%"
  local image = "box(image(" .. path .. ", width: " .. width .. ", alt: " .. alt .. "))"
  if not number then
    local inlines = pandoc.Inlines { formats.inline("#figure(" .. image .. ", caption: [") }
    inlines:extend(caption)
    inlines:insert(formats.inline "], numbering: none)")
    return pandoc.Blocks { pandoc.Plain(inlines) }
  end
  local opening = formats.block("#figure([#" .. image)
  return pandoc.Blocks { opening, captions.close_typst("fig", "Figure", "bottom", caption, figure.identifier) }
end

local function lay_out_docx(figure, picture, number, caption)
  picture.attributes.width = picture.attributes.width or "100%"
  if number then caption = captions.labelled("Figure", number, caption) end
  return pandoc.Blocks {
    formats.styled("Captioned Figure", { picture }),
    formats.styled("Image Caption", caption, figure.identifier),
  }
end

function figures.lay_out(figure)
  local picture = picture_of(figure)
  if not picture then return pandoc.Blocks { figure } end
  local caption = captions.inlines(figure.caption)
  local number = numbering.take(figure)
  picture.caption = pandoc.Inlines(alt_text(picture, caption))
  picture.attributes["fig-alt"] = nil
  picture.src = pictures.file(picture)
  local lay_out = formats.html and lay_out_html or formats.typst and lay_out_typst or lay_out_docx
  return lay_out(figure, picture, number, caption)
end

return figures
