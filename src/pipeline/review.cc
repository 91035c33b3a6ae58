#include "pipeline/review.h"

#include <utility>

#include "report/decisions.h"
#include "serve/server.h"
#include "store/store.h"

namespace gainsay::pipeline {
namespace {

serve::Answer refused(int status, const Error& error) {
  return {status, report::to_problem(error)};
}

serve::Answer state(store::Store& store) {
  Result<std::vector<Decision>> all = store.decisions();
  if (!all) return refused(500, all.error());
  return {200, report::to_decisions(std::move(*all))};
}

/// Each change that meets what the page saw is made; the others are told with what stands there.
serve::Answer change(store::Store& store, const std::string& body) {
  const Result<std::vector<report::DecisionChange>> wishes = report::read_changes(body);
  if (!wishes) return refused(400, wishes.error());
  std::vector<FindingId> refusals;
  for (const report::DecisionChange& wish : *wishes) {
    const Result<bool> done = store.decide(wish.finding, wish.expected, wish.next);
    if (!done) return refused(500, done.error());
    if (!*done) refusals.push_back(wish.finding);
  }
  const Result<std::vector<Decision>> all = store.decisions();
  if (!all) return refused(500, all.error());
  return {200, report::to_conflicts(refusals, *all)};
}

}  // namespace

ReportResult serve_review(ReportOptions options, std::uint16_t port, std::istream& standard_input,
                          const std::function<void(const std::string&)>& on_open) {
  options.output.formats = {Format::kHtml};
  options.output.served = true;
  ReportResult result = report(options, standard_input);
  if (!result.fatal.empty()) return result;
  Result<store::Store> store = store::Store::open(options.input.database);
  if (!store) {
    result.fatal.push_back(std::move(store).error());
    return result;
  }
  const std::string& page = result.outputs.front();
  Result<serve::Server> server =
      serve::Server::open({[&page] { return page; }, [&store] { return state(*store); },
                           [&store](const std::string& body) { return change(*store, body); }},
                          port);
  if (!server) {
    result.fatal.push_back(std::move(server).error());
    return result;
  }
  on_open(server->address());
  server->run();
  return result;
}

}  // namespace gainsay::pipeline
