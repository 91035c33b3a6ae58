# What the include gates cannot see: no include climbs with ../, and every third-party library is
# used in its named home only. Run as: cmake -DSRC=<src> -P layers.cmake
set(homes "re2/=extract" "sqlite3.h=store" "SQLiteCpp/=store" "fasttext/=embed" "Eigen/=embed|pair"
          "yaml.h=ruleset" "nlohmann/=ingest|report|lexical" "CLI/=cli" "fmt/=report|cli"
          "unicode/=text|ingest|lexical" "gumbo.h=ingest|suppress" "md4c.h=ingest" "libstemmer.h=embed" "sha2.h=ingest" "httplib.h=serve")
file(GLOB_RECURSE files RELATIVE ${SRC} ${SRC}/*.h ${SRC}/*.cc)
foreach(f IN LISTS files)
  string(REGEX REPLACE "/.*" "" layer ${f})
  file(STRINGS ${SRC}/${f} includes REGEX "^[ ]*#[ ]*include")
  foreach(i IN LISTS includes)
    if(i MATCHES "\"\\.\\./")
      message(SEND_ERROR "${f}: ${i}: include by layer path, never by ../")
    endif()
    foreach(h IN LISTS homes)
      string(REGEX REPLACE "=.*" "" lib ${h})
      string(REGEX REPLACE ".*=" "" home ${h})
      if(i MATCHES "<${lib}" AND NOT layer MATCHES "^(${home})$")
        message(SEND_ERROR "${f}: ${i}: <${lib}...> belongs to ${home}")
      endif()
    endforeach()
  endforeach()
endforeach()
