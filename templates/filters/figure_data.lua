-- A chart's data: `::: {.figure-data figure="fig-x" file="figures/x.csv"}` around a table and its
-- caption. On a web page they wait below the chart, with the file to download; PDF and Word leave
-- them out.

local formats = require "formats"
local numbering = require "numbering"
local tables = require "tables"

local figure_data = {}

local function download(path)
  local name = path:match "[^/]*$"
  local link = pandoc.Link("Download the data of this figure (CSV)", path)
  link.attributes.download = name
  return pandoc.Para { link }
end

function figure_data.lay_out(div)
  if not formats.html then return pandoc.Blocks {} end
  local tbl, measure = div.content[1], div.content[#div.content].content
  local number = numbering.take(div)
  local caption = pandoc.Inlines(number and "Data for figure " .. number .. ": " or "Data: ")
  caption:extend(measure)
  local blocks = pandoc.Blocks {
    formats.block '<details class="figure-data">\n<summary>Data for this figure</summary>',
  }
  blocks:extend(tables.lay_out_unnumbered(tbl, caption))
  blocks:extend { download(div.attributes.file), formats.block "</details>" }
  return blocks
end

return figure_data
