-- A table written as a list of lists: `::: {.list-table header-rows=1 header-cols=1 widths="1,5,4"}`.
--
-- An empty span that opens a cell carries how many rows or columns it covers:
-- `[]{rowspan=3}`. Quarto 1.9 and later reads this form itself.

local problems = require "problems"

local list_tables = {}

-- Takes the opening span off the cell's first paragraph.
local function spans_of(blocks)
  local first = blocks[1]
  if not first or (first.t ~= "Plain" and first.t ~= "Para") then return 1, 1 end
  local opening = first.content[1]
  if not opening or opening.t ~= "Span" or #opening.content > 0 then return 1, 1 end
  local rows = tonumber(opening.attributes.rowspan) or 1
  local columns = tonumber(opening.attributes.colspan) or 1
  first.content:remove(1)
  if first.content[1] and first.content[1].t == "Space" then first.content:remove(1) end
  if #first.content == 0 then blocks:remove(1) else blocks[1] = first end
  return rows, columns
end

local function cell_of(blocks)
  local rows, columns = spans_of(blocks)
  if #blocks == 1 and blocks[1].t == "Para" then
    blocks = pandoc.Blocks { pandoc.Plain(blocks[1].content) }
  end
  return pandoc.Cell(blocks, pandoc.AlignDefault, rows, columns)
end

local function rows_of(list)
  return list.content:map(function(item)
    return item[1].content:map(function(blocks) return cell_of(pandoc.Blocks(blocks)) end)
  end)
end

local function column_count(cells)
  local count = 0
  for _, cell in ipairs(cells) do
    count = count + cell.col_span
  end
  return count
end

local function is_list_of_lists(list)
  for _, item in ipairs(list.content) do
    if #item == 0 or item[1].t ~= "BulletList" then return false end
  end
  return #list.content > 0
end

local function to_table(div, list)
  local rows = rows_of(list)
  local header_rows = tonumber(div.attributes["header-rows"]) or 1
  local colspecs = {}
  for column = 1, column_count(rows[1]) do
    colspecs[column] = { pandoc.AlignDefault, nil }
  end
  local head, body = pandoc.List {}, pandoc.List {}
  for index, cells in ipairs(rows) do
    (index <= header_rows and head or body):insert(pandoc.Row(cells))
  end
  local header_columns = tonumber(div.attributes["header-cols"]) or 1
  return pandoc.Table(
    { long = {}, short = nil },
    colspecs,
    pandoc.TableHead(head),
    { { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = header_columns } },
    pandoc.TableFoot {}
  )
end

-- The list table as a div around a real table, as if it had been a pipe table.
function list_tables.gather(div)
  for index, block in ipairs(div.content) do
    if block.t == "BulletList" then
      if not is_list_of_lists(block) then
        problems.add(nil, "the list table " .. div.identifier .. " is not a list of rows of cells.")
        return div
      end
      div.content[index] = to_table(div, block)
      div.attributes["tbl-colwidths"] = div.attributes.widths
      div.attributes["header-rows"], div.attributes["header-cols"] = nil, nil
      div.classes = div.classes:filter(function(class) return class ~= "list-table" end)
      return div
    end
  end
  problems.add(nil, "the list table " .. div.identifier .. " holds no list.")
  return div
end

return list_tables
