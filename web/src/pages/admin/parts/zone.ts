/** Dates of company-wide rules are days there. */
export const companyZone = "Asia/Shanghai";
