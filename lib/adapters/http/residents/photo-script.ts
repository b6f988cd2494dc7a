/**
 * Our one script, which pages do without: pictures above 1 MB are made smaller before they are sent, so that a photo of 40
 * megapixels goes through a form. Where a phone cannot, the file stays as it is. Written for old browsers.
 */
export const photoScript = `(function(){
var input=document.getElementById("photos");
if(!input||!window.DataTransfer||!window.URL||!HTMLCanvasElement.prototype.toBlob)return;
var form=input.form,busy=0,wanted=null;
function small(file,done){
if(file.size<1e6||!/^image\\/(jpeg|png|webp)/.test(file.type))return done(file);
var url=URL.createObjectURL(file),image=new Image();
image.onerror=function(){URL.revokeObjectURL(url);done(file)};
image.onload=function(){
var scale=Math.min(1,1600/Math.max(image.width,image.height)),canvas=document.createElement("canvas");
canvas.width=Math.round(image.width*scale);canvas.height=Math.round(image.height*scale);
canvas.getContext("2d").drawImage(image,0,0,canvas.width,canvas.height);
URL.revokeObjectURL(url);
canvas.toBlob(function(blob){done(blob&&blob.size<file.size?new File([blob],file.name.replace(/\\.[^.]*$/,"")+".jpg",{type:"image/jpeg"}):file)},"image/jpeg",.8)};
image.src=url}
input.addEventListener("change",function(){
var files=[].slice.call(input.files),all=[],left=files.length;
busy=left;
files.forEach(function(file,i){small(file,function(one){all[i]=one;busy=--left;
if(left)return;
var list=new DataTransfer();all.forEach(function(f){list.items.add(f)});input.files=list.files;
if(wanted){var b=wanted;wanted=null;b.click()}})})});
form.addEventListener("click",function(e){var b=e.target;
if(busy&&b.tagName==="BUTTON"){e.preventDefault();wanted=b}});
})();`.replaceAll("\n", "");
