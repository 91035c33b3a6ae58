// search_bench DATABASE: searches the rows of its reports, and up to 100,000 made from them, for
// the 128 closest to a draft: exactly, as `check` does, by hnswlib and by an inverted file of
// faiss. An index has to be loaded before the one search of a run. Prints a line for each.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <faiss/IndexFlat.h>
#include <faiss/IndexIVFFlat.h>
#include <faiss/index_io.h>
#include <hnswlib/hnswlib.h>
#include <sqlite3.h>

namespace gainsay::bench {
namespace {

constexpr std::size_t kSize = 512;
constexpr std::size_t kClosest = 128;
constexpr std::size_t kDrafts = 100;

using Row = std::vector<float>;  // of length 1
using Found = std::vector<std::int64_t>;

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::vector<Row> rows_of(const char* path) {
  sqlite3* db = nullptr;
  sqlite3_stmt* reports = nullptr;
  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(db, "SELECT bytes FROM report_rows ORDER BY document", -1, &reports,
                         nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
    std::exit(2);
  }
  std::vector<Row> out;
  while (sqlite3_step(reports) == SQLITE_ROW) {
    const auto* bytes = static_cast<const std::int8_t*>(sqlite3_column_blob(reports, 0));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(reports, 0));
    if (size == kSize) out.emplace_back(bytes, bytes + size);
  }
  sqlite3_finalize(reports);
  sqlite3_close(db);
  return out;
}

void make_unit(Row& row) {
  float sum = 0;
  for (const float value : row)
    sum += value * value;
  for (float& value : row)
    value /= std::sqrt(sum);
}

/// A report of the same matter: seven tenths of it are `row`.
Row like(const Row& row, std::mt19937& random) {
  std::normal_distribution<float> noise(0, 0.6F / std::sqrt(static_cast<float>(kSize)));
  Row out = row;
  for (float& value : out)
    value += noise(random);
  make_unit(out);
  return out;
}

std::vector<std::int8_t> small(const Row& row) {
  const float largest =
      std::abs(*std::ranges::max_element(row, {}, [](float value) { return std::abs(value); }));
  std::vector<std::int8_t> out;
  for (const float value : row)
    out.push_back(static_cast<std::int8_t>(std::lround(value / largest * 127)));
  return out;
}

std::int32_t product(const std::int16_t* a, const std::int16_t* b) {
  std::int32_t out = 0;
  for (std::size_t i = 0; i < kSize; ++i)
    out += std::int32_t{a[i]} * std::int32_t{b[i]};
  return out;
}

/// What `check` does: signed bytes, widened row by row.
class Exact {
 public:
  explicit Exact(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      const std::vector<std::int8_t> bytes = small(row);
      bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    }
  }
  [[nodiscard]] Found operator()(const Row& draft) const {
    const std::vector<std::int8_t> bytes = small(draft);
    const std::vector<std::int16_t> ours(bytes.begin(), bytes.end());
    std::vector<std::int16_t> theirs(kSize);
    std::vector<std::pair<double, std::int64_t>> all;
    for (std::size_t at = 0; at < bytes_.size(); at += kSize) {
      std::copy_n(bytes_.data() + at, kSize, theirs.data());
      const double length = std::sqrt(product(theirs.data(), theirs.data()));
      all.emplace_back(-product(ours.data(), theirs.data()) / length, at / kSize);
    }
    std::ranges::partial_sort(all, all.begin() + kClosest);
    Found out;
    for (std::size_t i = 0; i < kClosest; ++i)
      out.push_back(all[i].second);
    return out;
  }

 private:
  std::vector<std::int8_t> bytes_;
};

struct Costs {
  double build = 0;
  double load = 0;
  double megabytes = 0;
};

void print(const char* name, std::size_t reports, const Costs& costs,
           const std::vector<Row>& drafts, const std::vector<Found>& truth,
           const std::function<Found(const Row&)>& search) {
  std::size_t found = 0;
  const double begin = seconds();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Found closest = search(drafts[i]);
    const std::set<std::int64_t> true_ones(truth[i].begin(), truth[i].end());
    found += static_cast<std::size_t>(std::ranges::count_if(
        closest, [&](std::int64_t report) { return true_ones.contains(report); }));
  }
  const auto count = static_cast<double>(drafts.size());
  std::printf(
      "%-8s %7zu rows  build %7.2f s  load %7.1f ms  %6.1f MB  search %7.2f ms  recall %.3f\n",
      name, reports, costs.build, costs.load * 1e3, costs.megabytes,
      (seconds() - begin) / count * 1e3,
      static_cast<double>(found) / count / static_cast<double>(kClosest));
}

double megabytes(const std::filesystem::path& file) {
  return static_cast<double>(std::filesystem::file_size(file)) / 1e6;
}

void run(const std::vector<Row>& rows, const std::vector<Row>& drafts) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "search_bench.index";
  const auto bytes = static_cast<double>(rows.size() * kSize) / 1e6;
  const Exact exact(rows);
  std::vector<Found> truth;
  for (const Row& draft : drafts)
    truth.push_back(exact(draft));
  print("exact", rows.size(), {0, 0, bytes}, drafts, truth, exact);

  Costs costs;
  double begin = seconds();
  hnswlib::InnerProductSpace space(kSize);
  {
    hnswlib::HierarchicalNSW<float> made(&space, rows.size(), 16, 100, 1);
    for (std::size_t i = 0; i < rows.size(); ++i)
      made.addPoint(rows[i].data(), i);
    costs.build = seconds() - begin;
    made.saveIndex(file.string());
  }
  costs.megabytes = megabytes(file);
  begin = seconds();
  hnswlib::HierarchicalNSW<float> graph(&space, file.string());
  costs.load = seconds() - begin;
  graph.setEf(2 * kClosest);
  print("hnswlib", rows.size(), costs, drafts, truth, [&](const Row& draft) {
    Found out;
    for (auto near = graph.searchKnn(draft.data(), kClosest); !near.empty(); near.pop())
      out.push_back(static_cast<std::int64_t>(near.top().second));
    return out;
  });

  std::vector<float> all;
  for (const Row& row : rows)
    all.insert(all.end(), row.begin(), row.end());
  const auto count = static_cast<faiss::Index::idx_t>(rows.size());
  begin = seconds();
  {
    faiss::IndexFlatIP centres(kSize);
    faiss::IndexIVFFlat made(&centres, kSize, 4 * static_cast<std::size_t>(std::sqrt(rows.size())),
                             faiss::METRIC_INNER_PRODUCT);
    made.train(count, all.data());
    made.add(count, all.data());
    costs.build = seconds() - begin;
    faiss::write_index(&made, file.c_str());
  }
  costs.megabytes = megabytes(file);
  begin = seconds();
  const std::unique_ptr<faiss::Index> lists(faiss::read_index(file.c_str()));
  costs.load = seconds() - begin;
  dynamic_cast<faiss::IndexIVF&>(*lists).nprobe = 32;
  print("faiss", rows.size(), costs, drafts, truth, [&](const Row& draft) {
    Found out(kClosest);
    std::vector<float> near(kClosest);
    lists->search(1, draft.data(), kClosest, near.data(), out.data());
    return out;
  });
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace gainsay::bench

int main(int argc, char** argv) {
  using namespace gainsay::bench;
  if (argc != 2) {
    std::fputs("usage: search_bench DATABASE\n", stderr);
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::mt19937 random(1);
  std::vector<Row> rows = rows_of(argv[1]);
  if (rows.size() < kClosest) {
    std::fputs("too few reports\n", stderr);
    return 2;
  }
  for (Row& row : rows)
    make_unit(row);
  std::shuffle(rows.begin(), rows.end(), random);
  const std::size_t reports = rows.size();
  std::vector<Row> drafts;
  for (std::size_t i = 0; i < kDrafts; ++i)
    drafts.push_back(like(rows[random() % std::min<std::size_t>(reports, 10'000)], random));
  for (const std::size_t size : {std::size_t{10'000}, reports, std::size_t{100'000}}) {
    while (rows.size() < size)
      rows.push_back(like(rows[random() % reports], random));
    run({rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(size, rows.size()))},
        drafts);
  }
}
