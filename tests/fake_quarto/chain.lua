-- Quarto's chain of filters: those of the user at the points that they name, its own in between.
-- Each of the user's sees the globals that Quarto gives it, its own path among them.

local points = { "pre-ast", "post-ast", "pre-quarto", "post-quarto", "pre-render", "post-render", "pre-finalize", "post-finalize" }

quarto = {}

local function load_filter(path)
  local given = setmetatable({ PANDOC_SCRIPT_FILE = path }, { __index = _G })
  local chunk, trouble = loadfile(path, "bt", setmetatable({}, { __index = given }))
  if not chunk then error(trouble, 0) end
  return chunk()
end

local filters = {}
for line in os.getenv("FAKE_QUARTO_FILTERS"):gmatch "[^\n]+" do
  local point, path = line:match "^(%S+) (.+)$"
  filters[point] = filters[point] or pandoc.List()
  filters[point]:extend(load_filter(path))
end

-- What Quarto would do to a document that it can see, and worse.
local of_quarto = {
  Meta = function(meta)
    meta.title = pandoc.MetaInlines { pandoc.Str "Reworded" }
    return meta
  end,
  Figure = function(figure) return pandoc.Div(figure.content, figure.attr) end,
  Table = function() return {} end,
  Cite = function() return pandoc.Str "?@fig-quarto" end,
  Str = function() return pandoc.Str "quarto" end,
}

return {
  {
    Pandoc = function(document)
      for index, point in ipairs(points) do
        for _, filter in ipairs(filters[point] or {}) do
          document = document:walk(filter)
        end
        if index < #points then document = document:walk(of_quarto) end
      end
      return document
    end,
  },
}
