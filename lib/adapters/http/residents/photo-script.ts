/**
 * Our script of the pages that take photos, which they do without. Pictures above 1 MB are made smaller before they are sent, so
 * that a photo of 40 megapixels goes through a form. What a form cannot hold goes directly to where files are kept, and the
 * form names it; what fails to go there stays in the form. Written for old browsers.
 */
export const photoScript = `(function(){
var input=document.getElementById("photos"),sent=document.getElementById("uploads"),line=document.getElementById("sending");
if(!input||!window.DataTransfer||!window.URL||!HTMLCanvasElement.prototype.toBlob)return;
var form=input.form,busy=false,wanted=null;
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
function call(method,url,type,body,done){
var x=new XMLHttpRequest();x.open(method,url);x.setRequestHeader("content-type",type);x.timeout=60000;
x.onload=function(){done(x.status<300?x.responseText||"{}":null)};
x.onerror=x.ontimeout=function(){done(null)};x.send(body)}
function direct(file,done){
if(!file.type)return done(null);
call("POST","/uploads","application/json",JSON.stringify({fileName:file.name.slice(-200),contentType:file.type,size:file.size}),function(answer){
if(!answer)return done(null);
var given=JSON.parse(answer);
call("PUT",given.url,file.type,file,function(put){done(put===null?null:given.uploadId)})})}
function each(list,act,done){
var out=[];
(function next(i){if(i===list.length)return done(out);act(list[i],function(one){out[i]=one;next(i+1)})})(0)}
function keep(files){
var list=new DataTransfer();files.forEach(function(f){list.items.add(f)});input.files=list.files;
busy=false;if(wanted){var b=wanted;wanted=null;b.click()}}
input.addEventListener("change",function(){
busy=true;
each([].slice.call(input.files),small,function(files){
var size=files.reduce(function(sum,f){return sum+f.size},0);
if(size<3e6||!sent)return keep(files);
if(line)line.textContent=line.getAttribute("data-sending");
each(files,direct,function(ids){
sent.value=(sent.value?sent.value.split(","):[]).concat(ids.filter(Boolean)).join(",");
if(line)line.textContent=line.getAttribute("data-sent");
keep(files.filter(function(f,i){return!ids[i]}))})})});
form.addEventListener("click",function(e){var b=e.target;
if(busy&&b.tagName==="BUTTON"){e.preventDefault();wanted=b}});
})();`.replaceAll("\n", "");
