-- Tables: a caption on top, header cells that say what they head, columns of the widths asked for.

local captions = require "captions"
local contents = require "contents"
local formats = require "formats"
local numbering = require "numbering"

local tables = {}
local uncaptioned = 0
local letters_a_line = 90 -- of a table as wide as an upright page
local wide_letters_a_line = 68 -- bold, in the widest font that may take the brand's place
local letters_of_padding = 4 -- beside a cell's text, in letters
local most_letters_a_column = 40 -- longer cells break into lines
local most_lines_kept_whole = 9 -- a third of a landscape page, in a row or a whole table

-- `::: {#tbl-x}` around a table and a caption becomes the table itself, with both; nil for another div.
function tables.gather(div)
  if not div.identifier:match "^tbl%-." then return nil end
  local tbl = div.content:find_if(function(block) return block.t == "Table" end)
  if not tbl then return nil end
  local last = div.content[#div.content]
  if last.t == "Para" then tbl.caption = { long = { pandoc.Plain(last.content) } } end
  tbl.identifier = div.identifier
  tbl.classes:extend(div.classes)
  tbl.attributes["tbl-colwidths"] = div.attributes["tbl-colwidths"]
  return tbl
end

-- Shares of the page, from `tbl-colwidths="[40,20,40]"`; nil where they do not fit the table.
local function shares(tbl)
  local asked, sum = {}, 0
  local widths = tbl.attributes["tbl-colwidths"] or ""
  tbl.attributes["tbl-colwidths"] = nil
  for width in widths:gmatch "%d+%.?%d*" do
    table.insert(asked, tonumber(width))
    sum = sum + tonumber(width)
  end
  if #asked ~= #tbl.colspecs or sum == 0 then return nil end
  for column, width in ipairs(asked) do
    asked[column] = width / sum
  end
  return asked
end

-- Calls `visit(cell, column, row)` for each cell of the rows, minding cells that cover several rows.
local function each_cell(rows, visit)
  local covered = {} -- column -> rows that a cell above still covers
  for place, row in ipairs(rows) do
    local column = 1
    for _, cell in ipairs(row.cells) do
      while (covered[column] or 0) > 0 do
        covered[column] = covered[column] - 1
        column = column + 1
      end
      visit(cell, column, place)
      for _ = 1, cell.col_span do
        covered[column] = cell.row_span - 1
        column = column + 1
      end
    end
    while (covered[column] or 0) > 0 do
      covered[column] = covered[column] - 1
      column = column + 1
    end
  end
end

local function name_header_cells(tbl)
  for _, body in ipairs(tbl.bodies) do
    if body.row_head_columns == 0 then body.row_head_columns = 1 end
  end
  if not formats.html then return end
  each_cell(tbl.head.rows, function(cell)
    cell.attributes.scope = cell.col_span > 1 and "colgroup" or "col"
  end)
  for _, body in ipairs(tbl.bodies) do
    each_cell(body.body, function(cell, column)
      if column <= body.row_head_columns then cell.attributes.scope = "row" end
    end)
  end
end

-- pandoc writes alignments and widths as style attributes, which a strict page refuses:
-- classes take the alignments' place, and the browser finds the widths.
local function style_by_class(tbl)
  local aligned = {}
  tbl.attributes["tbl-colwidths"] = nil
  for column, spec in ipairs(tbl.colspecs) do
    aligned[column] = spec[1]
    tbl.colspecs[column] = { pandoc.AlignDefault, nil }
  end
  local function mark(cell, column)
    if aligned[column] == "AlignRight" then cell.classes:insert "number" end
  end
  each_cell(tbl.head.rows, mark)
  for _, body in ipairs(tbl.bodies) do
    each_cell(body.body, mark)
  end
end

local function longest_word(text)
  local longest = 0
  for word in text:gmatch "[^%s%-–]+" do
    longest = math.max(longest, utf8.len(word) or 0)
  end
  return longest
end

-- What columns want that together want more than the page: each what it needs, and of the rest
-- its part. Where there is no rest each has its part of what it needs, however much it wants.
local function fitted(wanted, needed)
  local want, need = 0, 0
  for column in ipairs(wanted) do
    wanted[column] = math.max(wanted[column], needed[column])
    want, need = want + wanted[column], need + needed[column]
  end
  if want <= 1 then return wanted end
  for column in ipairs(wanted) do
    if need < 1 then
      wanted[column] = needed[column] + (wanted[column] - needed[column]) * (1 - need) / (want - need)
    else
      wanted[column] = needed[column] / need
    end
  end
  return wanted
end

-- Shares of the page by the longest cell of each column, for Word documents: not every program
-- that opens them looks at what the cells hold. No column is too narrow for its longest word, in
-- whatever font it may be shown.
local function shares_by_content(tbl)
  local wanted, needed = {}, {}
  local function measure(cell, column)
    local text = pandoc.utils.stringify(cell.contents)
    local letters = math.min(utf8.len(text) or 0, most_letters_a_column)
    local word = math.min(longest_word(text), most_letters_a_column)
    wanted[column] = math.max(wanted[column] or 0, (letters + letters_of_padding) / letters_a_line)
    needed[column] = math.max(needed[column] or 0, (word + letters_of_padding) / wide_letters_a_line)
  end
  each_cell(tbl.head.rows, measure)
  for _, body in ipairs(tbl.bodies) do
    each_cell(body.body, measure)
  end
  return #wanted == #tbl.colspecs and fitted(wanted, needed) or nil
end

local function set_widths(tbl, otherwise)
  local widths = shares(tbl) or otherwise and otherwise(tbl)
  if not widths then return end
  for column, spec in ipairs(tbl.colspecs) do
    tbl.colspecs[column] = { spec[1], widths[column] }
  end
end

-- A table may be wider than a phone: it scrolls by itself, by keyboard too.
local function in_region(tbl, label)
  local opening = '<div class="table-region" role="region" tabindex="0" aria-label="'
  return pandoc.Blocks {
    formats.block(opening .. formats.attribute(label) .. '">'),
    tbl,
    formats.block "</div>",
  }
end

local function captioned(tbl, caption)
  -- The span keeps the caption in sight while the table scrolls (style.css).
  local text = pandoc.Span(caption, pandoc.Attr("", { "caption-text" }))
  tbl.caption = { long = { pandoc.Plain { text } } }
  return tbl
end

local function lay_out_html(tbl, number, caption)
  style_by_class(tbl)
  if not number then
    uncaptioned = uncaptioned + 1
    return in_region(tbl, "Table without a number, " .. uncaptioned)
  end
  tbl = captioned(tbl, captions.labelled("Table", number, caption))
  return in_region(tbl, "Table " .. number .. ": " .. pandoc.utils.stringify(caption))
end

-- A table of a web page that is not counted among the document's, with its caption.
function tables.lay_out_unnumbered(tbl, caption)
  name_header_cells(tbl)
  style_by_class(tbl)
  return in_region(captioned(tbl, caption), pandoc.utils.stringify(caption))
end

-- About how many lines a cell takes in a column of that share of the page.
local function lines_of(cell, share)
  local lines = 0
  local function count(block)
    local letters = utf8.len(pandoc.utils.stringify(block)) or 0
    lines = lines + math.max(1, math.ceil(letters / (letters_a_line * share)))
  end
  local contents = cell.contents
  if #contents == 1 and contents[1].t == "Plain" then
    count(contents[1]) -- as most are: a walk would look into all that it says
  else
    contents:walk { Plain = count, Para = count }
  end
  return lines
end

-- A bullet stays whole on a page; what stands below it in its item may move to the next.
local function keep_bullets_whole(cell)
  cell.contents = cell.contents:walk {
    BulletList = function(list)
      for _, item in ipairs(list.content) do
        if item[1].t == "Plain" or item[1].t == "Para" then
          item[1].content:insert(1, formats.inline "#whole[")
          item[1].content:insert(formats.inline "]")
        end
      end
      return list
    end,
  }
end

local function has_bullets(cell)
  return cell.contents:find_if(function(block) return block.t == "BulletList" end) ~= nil
end

-- Rows stay whole on a page (typst-template.typ), but for those so long that they would leave much of
-- one empty; of these bullets stay whole. Returns about how many lines the whole table takes, or more.
local function keep_rows_whole(tbl)
  local all_lines = 0
  local shares = tbl.colspecs:map(function(spec) return spec[2] end) -- asking a table costs
  local even_share = 1 / #tbl.colspecs
  for _, body in ipairs(tbl.bodies) do
    local lines = {} -- by row: those of its longest cell
    local has_breaks = false
    each_cell(body.body, function(cell, column, row)
      lines[row] = lines[row] or 1
      if cell.row_span == 1 then
        lines[row] = math.max(lines[row], lines_of(cell, shares[column] or even_share))
      end
      has_breaks = has_breaks or cell.row_span > 1 or lines[row] > most_lines_kept_whole
    end)
    if has_breaks then
      each_cell(body.body, function(cell, _, row)
        local is_long = lines[row] > most_lines_kept_whole
        if is_long or cell.row_span > 1 then cell.attributes["typst:breakable"] = "true" end
        if is_long and has_bullets(cell) then keep_bullets_whole(cell) end
      end)
    end
    for row = 1, #body.body do
      all_lines = all_lines + (lines[row] or 1)
    end
  end
  return all_lines
end

-- In the PDF the annex's rows name their sources without a link each: where these are listed is said
-- above its tables, and typst would set every row twice for them, a fifth of its time.
local function without_links_to_sources(tbl)
  return tbl:walk {
    Link = function(link)
      if link.target:match "^#source%-" or link.target:match "^#publication%-" then return link.content end
    end,
  }
end

local function lay_out_typst(tbl, number, caption)
  local id = tbl.identifier
  if tbl.classes:includes "evidence" then tbl = without_links_to_sources(tbl) end
  set_widths(tbl)
  local is_short = keep_rows_whole(tbl) <= most_lines_kept_whole
  tbl.identifier, tbl.caption = "", { long = {} }
  tbl.classes:insert "typst:no-figure"
  if not number then return pandoc.Blocks { tbl } end
  local closing = captions.close_typst("tbl", "Table", "top", caption, id, contents.is_listed(tbl))
  local figure = pandoc.Blocks { formats.block "#figure([", tbl, closing }
  if is_short then
    figure:insert(1, formats.block "#[#show figure: set block(breakable: false)")
    figure:insert(formats.block "]")
  end
  return figure
end

local function lay_out_docx(tbl, number, caption)
  local id = tbl.identifier
  set_widths(tbl, shares_by_content)
  tbl.identifier, tbl.caption = "", { long = {} }
  tbl.attributes["custom-style"] = "SufficiencyTable" -- a table's style goes by its id
  if not number then return pandoc.Blocks { tbl } end
  local labelled = captions.labelled("Table", number, caption, contents.is_listed(tbl))
  return pandoc.Blocks { formats.styled("Table Caption", labelled, id), tbl }
end

function tables.lay_out(tbl)
  name_header_cells(tbl)
  local number = numbering.take(tbl)
  local caption = captions.inlines(tbl.caption)
  local lay_out = formats.html and lay_out_html or formats.typst and lay_out_typst or lay_out_docx
  return lay_out(tbl, number, caption)
end

return tables
