# Plants each kind of fault in a small tree and demands that includes.cmake names it; a tree without a fault must pass.
#
#   cmake -DWORK=<empty folder> -P includes_test.cmake
cmake_minimum_required(VERSION 3.25)

set(readme "# Map

| room | job |
| --- | --- |
| domain | words |

| room | may include |
| --- | --- |
| domain | nothing |
| read | domain |
| store | domain, read |
| pipeline | domain, read, store |

| header | also public for |
| --- | --- |
| `read/tree.hpp` | store |

| header | may stand in |
| --- | --- |
| `fmt/` | every room |
| `boost/spirit/` | read/grammar.cpp |
| `boost/` | read |
| `SQLiteCpp/`, `sqlite3.h` | store |
")

# A tree with one file more (or another text of it), checked: `expected` is what the message must hold; empty: no fault.
function(check name file text expected)
  set(tree "${WORK}/${name}")
  file(REMOVE_RECURSE "${tree}")
  file(WRITE "${tree}/README.md" "${readme}")
  file(WRITE "${tree}/domain/period.hpp" "#include <string>\n")
  file(WRITE "${tree}/read/read.hpp" "#include \"domain/period.hpp\"\n#include <fmt/format.h>\n")
  file(WRITE "${tree}/read/csv.hpp" "#include \"read/read.hpp\"\n#include <boost/variant.hpp>\n")
  file(WRITE "${tree}/read/grammar.cpp" "#include <boost/spirit/home/x3.hpp>\n")
  file(WRITE "${tree}/store/store.hpp" "#include \"read/read.hpp\"  // why\n  #  include <sqlite3.h>\n")
  file(WRITE "${tree}/pipeline.cpp" "#include \"pipeline.hpp\"\n#include \"store/store.hpp\"\n")
  file(WRITE "${tree}/${file}" "${text}")
  execute_process(COMMAND "${CMAKE_COMMAND}" "-DCONVERTER=${tree}" -P "${CMAKE_CURRENT_LIST_DIR}/includes.cmake" RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  string(FIND "${output}" "${expected}" at)
  if(expected STREQUAL "" AND NOT result EQUAL 0)
    message(SEND_ERROR "${name}: should pass, but: ${output}")
  elseif(NOT expected STREQUAL "" AND (result EQUAL 0 OR at EQUAL -1))
    message(SEND_ERROR "${name}: should fail with '${expected}', but gives ${result}: ${output}")
  endif()
endfunction()

check(clean pipeline.hpp "#include \"read/read.hpp\"\n" "")
check(forbidden_room read/read.cpp "#include \"store/store.hpp\"\n" "read/read.cpp: room 'read' may not include \"store/store.hpp\"")
check(forbidden_for_domain domain/period.cpp "#include \"read/read.hpp\"\n" "domain/period.cpp: room 'domain' may not include")
check(forbidden_pipeline store/run.cpp "#include \"pipeline.hpp\"\n" "store/run.cpp: room 'store' may not include \"pipeline.hpp\"")
check(room_without_row extra/extra.cpp "#include <string>\n" "extra/extra.cpp: room 'extra' has no row")
check(private_header store/run.cpp "#include \"read/csv.hpp\"\n" "store/run.cpp: \"read/csv.hpp\" is not the public header of room 'read'")
check(further_public_header store/run.cpp "#include \"read/tree.hpp\"\n" "")
check(further_public_header_of_another pipeline.hpp "#include \"read/tree.hpp\"\n" "pipeline.hpp: \"read/tree.hpp\" is not the public header of room 'read'")
check(include_without_room read/csv.cpp "#include \"csv.hpp\"\n" "read/csv.cpp: \"csv.hpp\" does not begin with a room")
check(relative_include read/csv.cpp "#include \"../store/store.hpp\"\n" "read/csv.cpp: \"../store/store.hpp\" does not begin with a room")
check(library_elsewhere read/csv.cpp "#include <SQLiteCpp/Database.h>\n" "read/csv.cpp: <SQLiteCpp/Database.h> may stand in store only")
check(library_bound_to_a_file read/csv.cpp "#include <boost/spirit/home/x3.hpp>\n" "read/csv.cpp: <boost/spirit/home/x3.hpp> may stand in read/grammar.cpp only")
check(unknown_library read/csv.cpp "#include <zip.h>\n" "read/csv.cpp: <zip.h> is neither of the standard library")
check(room_in_brackets read/csv.cpp "#include <store/store.hpp>\n" "read/csv.cpp: <store/store.hpp> is neither of the standard library")
check(computed_include read/csv.cpp "#include WHATEVER\n" "read/csv.cpp: cannot be judged")
string(REPLACE "| read | domain |" "| read | domain, nowhere |" readme "${readme}")
check(row_with_unknown_room read/csv.cpp "#include <string>\n" "the row of 'read' lists 'nowhere', which has no row")
set(readme "# Map\n")
check(no_tables read/csv.cpp "#include <string>\n" "has no table of rooms")
