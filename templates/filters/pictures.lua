-- Authors' pictures without a caption: `::: {.picture}` around `![](pictures/x.jpg){.picture
-- fig-alt="…"}`; `.credited` where a note below says whose it is. The div says so, since to look
-- into each paragraph for a picture costs. One with a caption is a figure (figures.lua). A
-- decorative one is passed over by whoever listens.

local formats = require "formats"

local pictures = {}
local decorative_mark = "decorative" -- looked for by sufficiency/engines/finish_pictures.py

-- The picture's file. A chart is named without the ending, since each format takes another.
function pictures.file(image)
  local _, ending = pandoc.path.split_extension(image.src)
  if ending ~= "" then return image.src end
  return image.src .. "." .. formats.picture_ending
end

function pictures.is_decorative(image) return image.classes:includes "decorative" end

-- The picture as typst writes it, since pandoc's writer leaves the alt text out.
function pictures.typst(image, width)
  local path = formats.typst_string(image.src)
  -- In a box it moves to the next page where it does not fit; by itself typst would shrink it.
  if pictures.is_decorative(image) then return "pdf.artifact(box(image(" .. path .. ", " .. width .. ")))" end
  local alt = formats.typst_string(pandoc.utils.stringify(image.caption))
  return "box(image(" .. path .. ", " .. width .. ", alt: " .. alt .. "))"
end

-- Where each format looks for the alt text, or for the word that there is none.
function pictures.name(image)
  image.src = pictures.file(image)
  if pictures.is_decorative(image) then
    image.caption = {}
    if formats.html then image.attributes.alt = "" end
    if formats.docx then image.title = decorative_mark end
  elseif image.attributes["fig-alt"] then
    image.caption = pandoc.Inlines(image.attributes["fig-alt"])
  end
  image.attributes["fig-alt"] = nil
  return image
end

function pictures.lay_out(div)
  local image = div.content[1].content[1]
  local keeps_its_credit = image.classes:includes "credited"
  local width = (image.attributes.width or ""):match "^[%d.]+%%$" or "100%"
  image = pictures.name(image)
  if formats.html then image.attributes.width = nil end -- pandoc would write it as a style
  if formats.typst then
    local opening = keeps_its_credit and "#block(sticky: true, " or "#block("
    return pandoc.Blocks { formats.block(opening .. pictures.typst(image, "width: " .. width) .. ")") }
  elseif formats.docx then
    return pandoc.Blocks { formats.styled(keeps_its_credit and "Captioned Figure" or "Picture", { image }) }
  end
  return pandoc.Blocks { pandoc.Para { image } }
end

return pictures
