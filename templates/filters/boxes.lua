-- "We need…" boxes: `::: {.we-need #need-x title="We need…"}`, a heading and what is needed.
--
-- The heading takes its level from where the box stands, is not numbered and not in the contents.

local formats = require "formats"

local boxes = {}
local deepest_level = 6
local most_letters_kept_whole = 1000 -- about a quarter of a page
local deepest_word_level = 4 -- the reference document styles "Box Heading 2" to 4

local function heading_level(place) return math.min(math.max(place.level, 1) + 1, deepest_level) end

local function title_of(div) return pandoc.Inlines(div.attributes.title or "We need…") end

local function lay_out_html(div, level)
  local heading = pandoc.Header(level, title_of(div), pandoc.Attr("", { "unnumbered", "unlisted" }))
  div.content:insert(1, heading)
  div.attributes.title = nil -- it would show as a tooltip
  return pandoc.Blocks { div }
end

local function lay_out_typst(div, level)
  local opening = pandoc.Inlines { formats.inline("#we-need(level: " .. level .. ", title: [") }
  opening:extend(title_of(div))
  local id = div.identifier ~= "" and ", id: " .. formats.typst_string(div.identifier) or ""
  -- A short box stays on one page; a long one must be able to break, or it would run off it.
  local is_short = utf8.len(pandoc.utils.stringify(div)) <= most_letters_kept_whole
  local breakable = is_short and "" or ", breakable: true"
  opening:insert(formats.inline("]" .. id .. breakable .. ")["))
  local blocks = pandoc.Blocks { pandoc.Plain(opening) }
  blocks:extend(div.content)
  blocks:insert(formats.block "]")
  return blocks
end

-- A list's items become paragraphs of a style that carries the bullet and the box around it.
local function word_item(item)
  local blocks = pandoc.Blocks {}
  for index, block in ipairs(item) do
    local is_text = block.t == "Plain" or block.t == "Para"
    if is_text then
      blocks:insert(formats.styled(index == 1 and "Box Bullet" or "Box Text", block.content))
    else
      blocks:insert(block)
    end
  end
  return blocks
end

-- The style "… Last" leaves room below the box.
local function close_word_box(blocks)
  local last = blocks[#blocks]
  local style = last.attributes and last.attributes["custom-style"]
  if style == "Box Bullet" or style == "Box Text" then
    last.attributes["custom-style"] = style .. " Last"
    blocks[#blocks] = last
  end
  return blocks
end

local function lay_out_docx(div, level)
  local style = "Box Heading " .. math.min(level, deepest_word_level)
  local blocks = pandoc.Blocks { formats.styled(style, title_of(div), div.identifier) }
  for _, block in ipairs(div.content) do
    if block.t == "BulletList" then
      for _, item in ipairs(block.content) do
        blocks:extend(word_item(item))
      end
    elseif block.t == "Para" or block.t == "Plain" then
      blocks:insert(formats.styled("Box Text", block.content))
    else
      blocks:insert(block)
    end
  end
  return close_word_box(blocks)
end

function boxes.lay_out(div, place)
  local level = heading_level(place)
  local lay_out = formats.html and lay_out_html or formats.typst and lay_out_typst or lay_out_docx
  return lay_out(div, level)
end

return boxes
