-- The embedded engine's one run of pandoc: `pandoc lua render.lua DOCUMENT READING FORMAT=OUTPUT…`.
--
-- The document is read and settled once, then laid out and written for each format asked for, in
-- that order. Said on the way, a line each: "writing FORMAT" before, "wrote FORMAT" after, and
-- "pictures?" where the pictures must be there: it goes on when it is answered with a line.

local folder = pandoc.path.directory(arg[0])
package.path = pandoc.path.join { folder, "?.lua" } .. ";" .. package.path
PANDOC_SCRIPT_FILE = arg[0] -- as in a filter
FORMAT = "json" -- of no format yet

local formats = require "formats"
local lay_out = require("lay_out")[1].Pandoc
local settle = require("settle")[1].Pandoc

local templates = pandoc.path.directory(folder)

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

-- With a mark, since any filter may print a line.
local function say(line)
  io.stdout:write("sufficiency: ", line, "\n")
  io.stdout:flush()
end

local function template(name)
  local path = pandoc.path.join { templates, "formats", name }
  return pandoc.template.compile(read(path), path)
end

-- The heading levels that the contents list; 2 unless the front matter says.
local function contents_depth(document)
  local asked = document.meta["toc-depth"]
  return asked and math.tointeger(tonumber(pandoc.utils.stringify(asked))) or 2
end

local writers = {}

function writers.html(document)
  local depth = contents_depth(document)
  return pandoc.write(document, "html5", {
    template = template "html/page.html",
    number_sections = true,
    section_divs = true, -- a chapter is an element, which the contents can follow
    table_of_contents = true,
    toc_depth = depth + 1,
    variables = { css = { "templates/formats/html/brand.css", "templates/formats/html/style.css" } },
  })
end

function writers.typst(document)
  return pandoc.write(document, "typst", {
    template = template "typst/page.typ",
    wrap_text = "none", -- wrapped list items inside cells would end their list
  })
end

function writers.docx(document)
  local options = {
    template = template "docx/page.openxml",
    reference_doc = pandoc.path.join { templates, "formats", "docx", "reference.docx" },
    table_of_contents = true,
    toc_depth = contents_depth(document),
  }
  say "pictures?"
  if not io.stdin:read "l" then os.exit(1) end -- nobody waits any longer
  return pandoc.write(document, "docx", options)
end

local document = settle(pandoc.read(read(arg[1]), arg[2]))
for index = 3, #arg do
  local format, output = arg[index]:match "^(%l+)=(.+)$"
  say("writing " .. format)
  formats.set(format)
  write(output, writers[format](lay_out(document:clone())))
  say("wrote " .. format)
end
