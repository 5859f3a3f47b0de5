-- Tiles: facts at a glance, `::: {#fig-x .tiles}` around a list and a caption.
--
-- Each item is a value and its label. On a web page they are a list, in the PDF blocks on a grid,
-- in Word a table with a header row: cells are read one after another, the label with its value.

local captions = require "captions"
local formats = require "formats"
local numbering = require "numbering"

local tiles = {}
local columns = 4 -- on a page of the PDF

-- The div becomes a figure, so that it is counted and referred to as one.
function tiles.gather(div)
  local last = div.content[#div.content]
  local caption = { long = { pandoc.Plain(last.content) } }
  return pandoc.Figure({ div.content[1] }, caption, div.attr)
end

local function part(item, class)
  local found
  pandoc.Blocks(item):walk {
    Span = function(span)
      if span.classes:includes(class) then found = span.content end
    end,
  }
  return found
end

local function lay_out_html(figure, number, caption)
  figure.caption = { long = { pandoc.Plain(captions.labelled("Figure", number, caption)) } }
  return pandoc.Blocks { figure }
end

local function lay_out_typst(figure, number, caption)
  local blocks = pandoc.Blocks { formats.block("#figure([#tiles(columns: " .. columns .. ",") }
  for _, item in ipairs(figure.content[1].content) do
    local inlines = pandoc.Inlines { formats.inline "tile([" }
    inlines:extend(part(item, "tile-value"))
    inlines:insert(formats.inline "], [")
    inlines:extend(part(item, "tile-label"))
    inlines:insert(formats.inline "]),")
    blocks:insert(pandoc.Plain(inlines))
  end
  blocks:insert(formats.block ")")
  blocks:insert(captions.close_typst("fig", "Figure", "bottom", caption, figure.identifier))
  return blocks
end

local function lay_out_docx(figure, number, caption)
  local function row(cells)
    return pandoc.Row(cells:map(function(inlines) return pandoc.Cell { pandoc.Plain(inlines) } end))
  end
  local body = figure.content[1].content:map(function(item)
    return row(pandoc.List { part(item, "tile-label"), pandoc.Inlines { pandoc.Strong(part(item, "tile-value")) } })
  end)
  local head = row(pandoc.List { pandoc.Inlines "What it is", pandoc.Inlines "Figure" })
  local specs = { { pandoc.AlignLeft, 0.75 }, { pandoc.AlignRight, 0.25 } }
  local tbl = pandoc.Table({}, specs, pandoc.TableHead { head }, {
    { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = 1 },
  }, pandoc.TableFoot {})
  tbl.attributes["custom-style"] = "SufficiencyTable"
  local labelled = captions.labelled("Figure", number, caption)
  return pandoc.Blocks { formats.styled("Table Caption", labelled, figure.identifier), tbl }
end

function tiles.lay_out(figure)
  local caption = captions.inlines(figure.caption)
  local number = numbering.take(figure)
  local lay_out = formats.html and lay_out_html or formats.typst and lay_out_typst or lay_out_docx
  return lay_out(figure, number, caption)
end

return tiles
