-- A figure's files: `::: {.figure-data figure="fig-x" file="evidence/figures/x"}`, around a table of
-- a chart's data and its caption. On a web page they wait below the figure; PDF and Word leave
-- them out.
--
-- The files are published beside the page, by one name with several endings;
-- sufficiency/engines/finish_html.py says how large each is, and leaves out what was not made.

local formats = require "formats"
local numbering = require "numbering"
local tables = require "tables"

local figure_data = {}

-- "figure 3", "table 1", or "this figure" where it is not counted.
local function name_of(div)
  local kind = numbering.names[numbering.kind(div.attributes.figure) or "fig"]:lower()
  local number = numbering.take(div)
  return number and kind .. " " .. number or "this " .. kind
end

local function link(path, words)
  local name = formats.attribute(path:match "[^/]*$")
  return '<li><a class="if-made" href="' .. formats.attribute(path) .. '" download="' .. name .. '">' .. words .. "</a></li>\n"
end

local function downloads(file, name)
  local whole = name:gsub("^%l", string.upper)
  local links = link(file .. ".csv", "Data of " .. name)
    .. link(file .. ".svg", whole .. " as a drawing")
    .. link(file .. ".png", whole .. " as a picture")
  return formats.block('<ul class="downloads">\n' .. links .. "</ul>")
end

function figure_data.lay_out(div)
  if not formats.html then return pandoc.Blocks {} end
  local name = name_of(div)
  local files = downloads(div.attributes.file, name)
  if #div.content == 0 then return pandoc.Blocks { files } end
  local caption = pandoc.Inlines("Data of " .. name .. ": ")
  caption:extend(div.content[#div.content].content)
  local summary = "<summary>Data and downloads of " .. name .. "</summary>"
  local blocks = pandoc.Blocks { formats.block('<details class="figure-data">\n' .. summary) }
  blocks:extend(tables.lay_out_unnumbered(div.content[1], caption))
  blocks:extend { files, formats.block "</details>" }
  return blocks
end

return figure_data
