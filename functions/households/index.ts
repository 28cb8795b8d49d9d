export { certificateFile, certificates, issueCertificate, revokeCertificate } from './certificates';
export { checkCertificate } from './check-certificate';
export { facts } from './facts';
export { included } from './included';
export { looks } from './looks';
export { answerRequest, request, requests } from './requests';
export { sums } from './sums';
