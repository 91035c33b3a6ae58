#include "pipeline/diff.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "report/difference.h"

namespace gainsay::pipeline {
namespace {

Result<report::Told> read(const std::string& file, Severity minimum) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad() || bytes.empty()) {
    return fail(ErrorCode::kNotFound, file,
                "no report can be read from it; make one with --format json -o " + file);
  }
  return report::read_told(bytes, file, minimum);
}

}  // namespace

Result<DiffResult> diff(const DiffOptions& options) {
  const Result<report::Told> before = read(options.before, options.minimum);
  if (!before) return Unexpected{before.error()};
  const Result<report::Told> after = read(options.after, options.minimum);
  if (!after) return Unexpected{after.error()};
  report::Difference found = report::difference(*before, *after);
  return DiffResult{options.json ? std::move(found.json) : std::move(found.text),
                    std::move(found.risen)};
}

}  // namespace gainsay::pipeline
