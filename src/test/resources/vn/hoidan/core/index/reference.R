# Counts reference figures with the survey package of R from sample.csv into a file of name,value.
# Rscript reference.R sample.csv reference.csv
suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
all <- read.csv(arguments[1], colClasses = c(age = "character", sex = "character"))
names <- c()
values <- c()
put <- function(name, value) {
  names <<- c(names, name)
  values <<- c(values, as.numeric(value))
}
for (q in 1:4) {
  answer <- all[[paste0("q", q)]]
  all[[paste0("x", q)]] <- as.numeric(!is.na(answer))
  all[[paste0("y", q)]] <- as.numeric(!is.na(answer) & answer >= 4)
  all[[paste0("z", q)]] <- ifelse(is.na(answer), 0, (answer - 1) / 4)
}
options(survey.lonely.psu = "adjust", survey.replicates.mse = TRUE)
of <- function(data) svydesign(ids = ~unit, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
main <- of(subset(all, stratum != "s7"))
degrees <- degf(main)
put("degrees", degrees)

put.estimate <- function(name, value, error, df = degrees) {
  put(paste0(name, ".value"), value)
  put(paste0(name, ".error"), error)
  put(paste0(name, ".low"), value - qt(0.975, df) * error)
  put(paste0(name, ".high"), value + qt(0.975, df) * error)
}
contrast <- function(design, expression) {
  totals <- svytotal(~x1 + x2 + x3 + x4 + y1 + y2 + y3 + y4 + z1 + z2 + z3 + z4, design)
  svycontrast(totals, expression)
}
put.contrast <- function(name, design, expression, df = degrees) {
  found <- contrast(design, expression)
  put.estimate(name, coef(found), SE(found), df)
}
element.a <- quote((y1 / x1 + y2 / x2) / 2)
element.b <- quote((y3 / x3 + y4 / x4) / 2)
overall <- quote((y1 / x1 + y2 / x2 + y3 / x3 + y4 / x4) / 4)
uneven <- quote((y1 / x1 + y2 / x2 + y3 / x3) / 3)

shares <- svymean(~as.numeric(q1 >= 4), main, na.rm = TRUE, deff = "replace")
put.estimate("item", coef(shares), SE(shares))
put("item.effect", deff(shares))
proportion <- svyciprop(~I(as.numeric(q1 >= 4)), subset(main, !is.na(q1)), method = "xlogit", df = degrees)
put("item.share.low", attr(proportion, "ci")[1])
put("item.share.high", attr(proportion, "ci")[2])
means <- svymean(~I((q1 - 1) / 4), main, na.rm = TRUE, deff = "replace")
put.estimate("item.mean", coef(means), SE(means))
put("item.mean.effect", deff(means))
put.contrast("element", main, element.a)
put.contrast("overall", main, overall)
put.contrast("overall.mean", main, quote((z1 / x1 + z2 / x2 + z3 / x3 + z4 / x4) / 4))
pooled <- svyratio(~I(y1 + y2 + y3 + y4), ~I(x1 + x2 + x3 + x4), main)
put.estimate("pooled", coef(pooled), SE(pooled))
put.contrast("elements.apart", main, quote((y1 / x1 + y2 / x2) / 2 - (y3 / x3 + y4 / x4) / 2))

women <- subset(main, sex == "2")
put("women.degrees", degf(women))
put.contrast("women", women, overall, degf(women))
two <- subset(main, stratum == "s2")
put("two.degrees", degf(two))
put.contrast("two", two, overall, degf(two))

# one stratum beside another: totals of both at once
main <- update(main,
  a1 = y1 * (stratum == "s1"), b1 = x1 * (stratum == "s1"), a2 = y1 * (stratum == "s2"), b2 = x1 * (stratum == "s2"),
  m1 = y1 * (sex == "1"), n1 = x1 * (sex == "1"), m2 = y1 * (sex == "2"), n2 = x1 * (sex == "2"))
totals <- svytotal(~a1 + b1 + a2 + b2 + m1 + n1 + m2 + n2, main)
apart <- svycontrast(totals, quote(a1 / b1 - a2 / b2))
put.estimate("strata.apart", coef(apart), SE(apart), 4)
apart <- svycontrast(totals, quote(m1 / n1 - m2 / n2))
put.estimate("sexes.apart", coef(apart), SE(apart))

raked <- rake(main, list(~sex, ~age),
  list(data.frame(sex = c("1", "2"), Freq = c(2900, 3100)),
       data.frame(age = c("18-34", "35-49", "50+"), Freq = c(1800, 2200, 2000))),
  control = list(maxit = 2000, epsilon = 1e-15, verbose = FALSE))
put("raked.first.weight", weights(raked)[1])
put("raked.last.weight", weights(raked)[length(weights(raked))])
put.contrast("raked", raked, overall)
item <- svymean(~as.numeric(q1 >= 4), raked, na.rm = TRUE)
put.estimate("raked.item", coef(item), SE(item))

jackknife <- as.svrepdesign(main, type = "JKn", mse = TRUE)
found <- withReplicates(jackknife, function(w, data)
  mean(sapply(1:4, function(q) sum(w * data[[paste0("y", q)]]) / sum(w * data[[paste0("x", q)]]))))
put("jackknife.value", found[1])
put("jackknife.error", SE(found))

whole <- of(all)
for (rule in c("adjust", "certainty", "average")) {
  options(survey.lonely.psu = rule)
  put.contrast(paste0("lonely.", rule), whole, overall, degf(whole))
}
put("lonely.degrees", degf(whole))

for (degrees in c(1, 2, 3.5, 12, 30, 1134)) {
  for (probability in c(0.6, 0.95, 0.975, 0.9999)) {
    put(paste("t", degrees, probability, sep = "."), qt(probability, degrees))
  }
}
writeLines(c("name,value", paste(names, format(values, digits = 17, trim = TRUE, scientific = FALSE), sep = ",")), arguments[2])
