#include "pipeline/show.h"

#include <algorithm>
#include <set>
#include <utility>

#include "report/show.h"
#include "whole.h"

namespace gainsay::pipeline {
namespace {

/// Ids that begin with `digits`.
std::set<std::string> ids_with(const report::Report& view, const std::string& digits) {
  std::set<std::string> out;
  const auto add = [&](std::uint64_t id) {
    std::string hex = to_hex(id);
    if (hex.starts_with(digits)) out.insert(std::move(hex));
  };
  for (const Finding& finding : view.judgement.findings)
    add(finding.id.value());
  for (const Claim& claim : view.claims)
    add(claim.id.value());
  return out;
}

Error not_one(const std::string& digits, const std::set<std::string>& ids) {
  if (ids.empty()) {
    return {ErrorCode::kNotFound, digits,
            "no finding and no claim has this id; gainsay report --format json lists the ids"};
  }
  constexpr std::size_t kShown = 4;
  std::string list;
  std::size_t shown = 0;
  for (const std::string& id : ids) {
    if (shown++ == kShown) break;
    list += (list.empty() ? "" : ", ") + id;
  }
  return {ErrorCode::kUsage, digits,
          std::to_string(ids.size()) + " ids begin so; write more of it: " + list +
              (ids.size() > kShown ? ", ..." : "")};
}

}  // namespace

ShowResult show(const ShowOptions& options, std::istream& standard_input) {
  ShowResult result;
  Whole whole = read_whole(options.input, standard_input);
  result.ingested = std::move(whole.ingested);
  result.fatal = std::move(whole.fatal);
  if (!result.fatal.empty()) return result;
  const std::set<std::string> ids = ids_with(whole.view, options.id);
  if (ids.size() != 1) {
    result.fatal.push_back(not_one(options.id, ids));
    return result;
  }
  std::uint64_t id = 0;
  (void)from_hex(*ids.begin(), id);
  result.output = options.json ? report::shown_json(whole.view, id, whole.decisions)
                               : report::shown_text(whole.view, id, whole.decisions);
  return result;
}

}  // namespace gainsay::pipeline
